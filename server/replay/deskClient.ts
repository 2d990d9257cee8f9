import type {
  LinkOpened,
  MeetingMade,
  NewMeeting,
  ProfileListing,
  Refused,
} from '../../shared/protocol/api.ts';
import type { Profile } from '../../shared/minutes/profile/schema.ts';
import type { PlayerSession } from './seat.ts';
import { ServerRefused } from './serverRefused.ts';

/** The desk's side of the HTTP interface, as a program uses it. */
export class DeskClient {
  readonly session: PlayerSession;

  private constructor(session: PlayerSession) {
    this.session = session;
  }

  /** Opens a desk link (`http://host/link#t=…`) as a page does: the token goes by POST, a cookie comes back. */
  static async open(link: string): Promise<DeskClient> {
    const { origin, hash } = new URL(link);
    const response = await request(`${origin}/api/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: new URLSearchParams(hash.slice(1)).get('t') ?? '' }),
    });
    const { session } = (await response.json()) as LinkOpened;
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return new DeskClient({ url: origin, session, cookie });
  }

  async createMeeting(meeting: NewMeeting): Promise<string> {
    const response = await this.#ask('/api/meetings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(meeting),
    });
    return ((await response.json()) as MeetingMade).id;
  }

  /** @throws {ServerRefused} where the server has no minutes profile of this id, with those that it has. */
  async mustKnow(profile: string): Promise<void> {
    const response = await this.#ask('/api/profiles', {});
    const known = ((await response.json()) as readonly ProfileListing[]).map(({ id }) => id);
    if (!known.includes(profile))
      throw new ServerRefused(`profile: one of ${known.join(', ')}, not ${profile}`);
  }

  /** The minutes in a format, printed by a profile that the server knows, or by one that is sent along. */
  async minutes(meeting: string, format: string, form: string | Profile): Promise<Buffer> {
    const path = `/api/meetings/${meeting}/minutes?format=${format}`;
    if (typeof form === 'string') return this.download(`${path}&profile=${encodeURIComponent(form)}`);
    const response = await this.#ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profile: form }),
    });
    return Buffer.from(await response.arrayBuffer());
  }

  async download(path: string): Promise<Buffer> {
    const response = await this.#ask(path, {});
    return Buffer.from(await response.arrayBuffer());
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const url = new URL(path, this.session.url);
    url.searchParams.set('s', this.session.session);
    return request(url.href, { ...init, headers: { ...init.headers, cookie: this.session.cookie } });
  }
}

async function request(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new ServerRefused(`${new URL(url).origin} does not answer: ${cause}`);
  }
  if (response.ok) return response;
  const body = (await response.json().catch(() => null)) as Refused | null;
  throw new ServerRefused(
    body === null
      ? `${new URL(url).pathname} was answered with ${response.status}`
      : `${body.refusal.code}: ${body.refusal.en} / ${body.refusal.ja}`,
  );
}
