import { setTimeout as realTime } from 'node:timers/promises';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import type { LinkMade, LinkOpened, LinksMade, MeetingMade, NewLink } from '../../shared/protocol/api.ts';
import type { TestSession } from './testClient.ts';

/** What a desk does over HTTP with a server in another process. Requests that come too fast are sent again. */
export class DeskOfServer {
  readonly url: string;
  readonly session: TestSession;

  private constructor(url: string, session: TestSession) {
    this.url = url;
    this.session = session;
  }

  /** `welcome`: what the server printed at its start, with the desk's one-time link. */
  static async open(url: string, welcome: string): Promise<DeskOfServer> {
    const token = /\/link#t=([\w-]+)/.exec(welcome)?.[1];
    if (token === undefined) throw new Error(`no link of the desk in:\n${welcome}`);
    return new DeskOfServer(url, await openLink(url, token));
  }

  async post<T>(path: string, json: unknown): Promise<T> {
    for (;;) {
      const response = await fetch(new URL(`${path}?s=${this.session.session}`, this.url), {
        method: 'POST',
        headers: { cookie: this.session.cookie, 'content-type': 'application/json' },
        body: JSON.stringify(json),
      });
      if (response.ok) return (response.status === 204 ? null : await response.json()) as T;
      if (response.status !== 429) throw new Error(`${path}: ${await response.text()}`);
      await letPass(response);
    }
  }

  async makeMeeting(plan: PlanInput): Promise<string> {
    return (await this.post<MeetingMade>('/api/meetings', { plan })).id;
  }

  /** A session for each of these people, in their order. */
  async sessions(meeting: string, people: readonly string[]): Promise<readonly TestSession[]> {
    const made: LinkMade[] = [];
    for (let at = 0; at < people.length; at += 100) {
      const wish: NewLink = { role: 'person', people: people.slice(at, at + 100) };
      made.push(...(await this.post<LinksMade>(`/api/meetings/${meeting}/links`, wish)).made);
    }
    const sessions: TestSession[] = [];
    for (const { url } of made)
      sessions.push(await openLink(this.url, new URL(url).hash.slice('#t='.length)));
    return sessions;
  }
}

/** Opens a link as a page does: its token goes by POST, a cookie comes back. */
async function openLink(url: string, token: string): Promise<TestSession> {
  for (;;) {
    const response = await fetch(new URL('/api/link', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (response.ok) {
      const opened = (await response.json()) as LinkOpened;
      return { ...opened, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
    }
    if (response.status !== 429) throw new Error(`the link was refused: ${await response.text()}`);
    await letPass(response);
  }
}

async function letPass(response: Response): Promise<void> {
  const seconds = Number(response.headers.get('retry-after') ?? 1);
  await response.arrayBuffer();
  await realTime(1000 * Math.max(1, seconds));
}
