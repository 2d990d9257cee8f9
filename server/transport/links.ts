import type { LinkListing, LinkMade } from '../../shared/protocol/api.ts';
import type { Credentials, Link, LinkRole } from '../log/credentials.ts';
import type { Surroundings } from '../surroundings.ts';
import { newName, newToken } from '../surroundings.ts';
import { qrRows } from './qr.ts';
import { sha256 } from './sessions.ts';

export interface LinkWish {
  readonly role: LinkRole;
  /** Null for the desk. */
  readonly meeting: string | null;
  readonly person: string | null;
  readonly oneTime: boolean;
}

/** Makes and ends links. The token is in the fragment of the address, which no server and no proxy ever sees. */
export class LinkDesk {
  readonly #credentials: Credentials;
  readonly #surroundings: Surroundings;
  readonly #revoked: (isDead: (link: Link) => boolean) => void;
  /** Links that observers may scan from the room screen, while this process knows their tokens. */
  readonly #observers = new Map<string, { readonly link: string; readonly url: string }>();

  /** `revoked`: called when links have just died, to close what they opened. */
  constructor(
    credentials: Credentials,
    surroundings: Surroundings,
    revoked: (isDead: (link: Link) => boolean) => void,
  ) {
    this.#credentials = credentials;
    this.#surroundings = surroundings;
    this.#revoked = revoked;
  }

  /** `base`: the address under which others reach this server. */
  async make(wish: LinkWish, base: string): Promise<{ readonly link: Link; readonly url: string }> {
    const { random, clock } = this.#surroundings;
    const token = newToken(random);
    const link = await this.#credentials.createLink({
      ...wish,
      id: newName(random, 12),
      tokenHash: sha256(token),
      createdAt: clock.now(),
      expiresAt: null,
    });
    const url = `${base}/link#t=${token}`;
    if (wish.role === 'observer' && wish.meeting !== null)
      this.#observers.set(wish.meeting, { link: link.id, url });
    return { link, url };
  }

  /** New links for people of a meeting, in their order; each takes the place of the person's links before. */
  async remake(
    meeting: string,
    people: readonly string[],
    base: string,
  ): Promise<readonly { readonly link: Link; readonly url: string }[]> {
    const wanted = new Set(people);
    const before = (await this.list(meeting)).filter(
      ({ person, revokedAt }) => person !== null && wanted.has(person) && revokedAt === null,
    );
    const made = [];
    for (const person of wanted)
      made.push(await this.make({ role: 'person', meeting, person, oneTime: false }, base));
    for (const { id } of before) await this.revoke(id);
    return made;
  }

  async list(meeting: string | null): Promise<readonly Link[]> {
    return this.#credentials.listLinks(meeting);
  }

  async byId(id: string): Promise<Link | null> {
    return this.#credentials.linkById(id);
  }

  /** False when it was dead already. */
  async revoke(id: string): Promise<boolean> {
    const revoked = await this.#credentials.revokeLink(id, this.#surroundings.clock.now());
    for (const [meeting, { link }] of this.#observers) if (link === id) this.#observers.delete(meeting);
    if (revoked) this.#revoked((one) => one.id === id);
    return revoked;
  }

  /** Deletes all that is known of a meeting's links and of who came in by them; open pages are told. */
  async removeAll(meeting: string): Promise<void> {
    await this.#credentials.removeLinks(meeting);
    this.#observers.delete(meeting);
    this.#revoked((one) => one.meeting === meeting);
  }

  /** Where to scan to watch the meeting. */
  observerUrl(meeting: string): string | null {
    return this.#observers.get(meeting)?.url ?? null;
  }
}

export function listingOf({ id, role, person, createdAt, usedAt, revokedAt }: Link): LinkListing {
  return { id, role, person, createdAt, usedAt, revokedAt };
}

export function madeOf({ link, url }: { readonly link: Link; readonly url: string }): LinkMade {
  return { link: listingOf(link), url, qr: qrRows(url) };
}
