import type { PlanInput } from '../../shared/meeting/plan.ts';
import type {
  LinkMade,
  LinkOpened,
  LinksMade,
  MeetingMade,
  NewLink,
  ReplacedReport,
} from '../../shared/protocol/api.ts';
import type { LogRecord } from '../../server/log/meetingLog.ts';
import type { TestSession } from '../support/testClient.ts';

/** Links that are opened at the same time. */
const atOnce = 20;

/** What a town hall's desk does over HTTP with servers in other processes. */
export class TownHall {
  /** Where it asks; the balancer's address where there are several nodes. */
  readonly url: string;
  readonly session: TestSession;

  private constructor(url: string, session: TestSession) {
    this.url = url;
    this.session = session;
  }

  /** Opens the desk's one-time link. */
  static async open(url: string, deskLink: string): Promise<TownHall> {
    return new TownHall(url, await openLink(url, deskLink));
  }

  /** @throws Error with what the server said where it refuses. */
  async ask(path: string, json?: unknown): Promise<Response> {
    const response = await fetch(new URL(`${path}?s=${this.session.session}`, this.url), {
      headers: { cookie: this.session.cookie, 'content-type': 'application/json' },
      ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
    });
    if (response.ok) return response;
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }

  async makeMeeting(plan: PlanInput): Promise<string> {
    return ((await (await this.ask('/api/meetings', { plan })).json()) as MeetingMade).id;
  }

  /** A session for each of these people, in their order. */
  async sessions(meeting: string, people: readonly string[]): Promise<readonly TestSession[]> {
    const made: LinkMade[] = [];
    for (let at = 0; at < people.length; at += 100) {
      const wish: NewLink = { role: 'person', people: people.slice(at, at + 100) };
      const response = await this.ask(`/api/meetings/${meeting}/links`, wish);
      made.push(...((await response.json()) as LinksMade).made);
    }
    return this.#openAll(made.map(({ url }) => url));
  }

  /** So many sessions of people who only watch; they share one link. */
  async observers(meeting: string, count: number): Promise<readonly TestSession[]> {
    if (count === 0) return [];
    const wish: NewLink = { role: 'observer' };
    const { made } = (await (await this.ask(`/api/meetings/${meeting}/links`, wish)).json()) as LinksMade;
    return this.#openAll(Array.from({ length: count }, () => made[0]?.url ?? ''));
  }

  /** The meeting's record as the desk takes it home. */
  async records(meeting: string): Promise<readonly LogRecord[]> {
    const text = await (await this.ask(`/api/meetings/${meeting}/log`)).text();
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LogRecord);
  }

  async #openAll(links: readonly string[]): Promise<readonly TestSession[]> {
    const sessions: TestSession[] = [];
    for (let at = 0; at < links.length; at += atOnce)
      sessions.push(
        ...(await Promise.all(links.slice(at, at + atOnce).map((link) => openLink(this.url, link)))),
      );
    return sessions;
  }

  async replaced(meeting: string): Promise<ReplacedReport | null> {
    return (await (await this.ask(`/api/meetings/${meeting}/replaced`)).json()) as ReplacedReport | null;
  }
}

/** Opens a link as a page does: its token goes by POST, a cookie comes back. */
async function openLink(url: string, link: string): Promise<TestSession> {
  const response = await fetch(new URL('/api/link', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(link).hash.slice('#t='.length) }),
  });
  if (!response.ok) throw new Error(`the link was refused: ${await response.text()}`);
  const opened = (await response.json()) as LinkOpened;
  return { ...opened, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}
