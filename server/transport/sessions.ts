import { createHash } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Credentials, Link, LinkRefusal } from '../log/credentials.ts';
import { linkRevoked, noSession } from '../meetings/refusals.ts';
import type { Surroundings } from '../surroundings.ts';
import { newName, newToken } from '../surroundings.ts';

/** Who is on the other side: a session and the link that opened it. */
export interface OpenSession {
  readonly id: string;
  readonly link: Link;
}

export interface NewSession extends OpenSession {
  /** Null: the browser holds this session already. */
  readonly setCookie: string | null;
}

/** A browser may hold several sessions (a rehearsal on one PC): a cookie for each, named by the session. */
const cookiePrefix = 'ky_';
/** Long enough for the meetings of a season; the desk revokes what should end earlier. */
const cookieAge = 180 * 24 * 3600;

const refusals: Record<LinkRefusal, Refusal> = {
  unknown: {
    code: 'server/link-unknown',
    ja: 'このリンクは正しくありません。もう一度読み取るか、事務局にお尋ねください。',
    en: 'This link is not right. Please scan it again, or ask the desk.',
  },
  revoked: linkRevoked,
  expired: {
    code: 'server/link-expired',
    ja: 'このリンクは期限が切れています。事務局に新しいリンクをお求めください。',
    en: 'This link has expired. Please ask the desk for a new one.',
  },
  used: {
    code: 'server/link-used',
    ja: 'このリンクは一度使われています。最初に開いたブラウザーをお使いになるか、新しいリンクをお求めください。',
    en: 'This link was used before. Please use the browser that opened it first, or ask for a new link.',
  },
};

/** Links and cookies: who somebody is comes from here and never from a message. */
export class Sessions {
  readonly #credentials: Credentials;
  readonly #surroundings: Surroundings;

  constructor(credentials: Credentials, surroundings: Surroundings) {
    this.#credentials = credentials;
    this.#surroundings = surroundings;
  }

  /** A link's token for a session. `secure`: the browser reached us by HTTPS. */
  async exchange(token: string, cookies: string | undefined, secure: boolean): Promise<NewSession | Refusal> {
    const held = await this.#heldOf(token, cookies);
    if (held !== null) return { ...held, setCookie: null };
    const { random, clock } = this.#surroundings;
    const session = { id: newName(random, 12), secret: newToken(random) };
    const outcome = await this.#credentials.exchange(
      sha256(token),
      { id: session.id, secretHash: sha256(session.secret) },
      clock.now(),
    );
    if (outcome.status === 'refused') return refusals[outcome.reason];
    const setCookie = stringifySetCookie({
      name: cookiePrefix + session.id,
      value: session.secret,
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure,
      maxAge: cookieAge,
    });
    return { id: session.id, link: outcome.link, setCookie };
  }

  /** The session named `id` in the request's cookies; without a name, one that the browser holds, a desk's first. */
  async find(cookies: string | undefined, id: string | undefined): Promise<OpenSession | Refusal> {
    const held = secretsIn(cookies);
    if (id !== undefined) {
      const secret = held.get(id);
      if (secret === undefined) return noSession;
      const session = await this.bySecret(secret);
      return session?.id === id ? session : linkRevoked;
    }
    let found: OpenSession | null = null;
    for (const secret of held.values()) {
      const session = await this.bySecret(secret);
      if (session !== null && (found === null || session.link.role === 'desk')) found = session;
    }
    return found ?? (held.size > 0 ? linkRevoked : noSession);
  }

  async bySecret(secret: string): Promise<OpenSession | null> {
    const now = this.#surroundings.clock.now();
    const found = await this.#credentials.findSession(sha256(secret), now);
    return found === null ? null : { id: found.session.id, link: found.link };
  }

  /** The session that this browser got from the same link before: opening it twice is no harm. */
  async #heldOf(token: string, cookies: string | undefined): Promise<OpenSession | null> {
    const tokenHash = sha256(token);
    for (const secret of secretsIn(cookies).values()) {
      const session = await this.bySecret(secret);
      if (session?.link.tokenHash === tokenHash) return session;
    }
    return null;
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function secretsIn(cookies: string | undefined): Map<string, string> {
  const secrets = new Map<string, string>();
  for (const [name, value] of Object.entries(parseCookie(cookies ?? '')))
    if (name.startsWith(cookiePrefix) && value !== undefined && value.length <= 100)
      secrets.set(name.slice(cookiePrefix.length), value);
  return secrets;
}
