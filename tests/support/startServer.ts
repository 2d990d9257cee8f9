import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { App } from '../../server/app.ts';
import { createApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import type { Store } from '../../server/log/store.ts';
import { openStore } from '../../server/openStore.ts';
import type { Surroundings } from '../../server/surroundings.ts';
import { realSurroundings } from '../../server/surroundings.ts';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import type { LinkMade, LinkOpened, LinksMade, MeetingMade, NewLink } from '../../shared/protocol/api.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import { bundledProfiles } from '../../shared/minutes/profiles.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { personsTouched } from '../../shared/views/personsTouched.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { TestClient } from './testClient.ts';
import type { TestSession } from './testClient.ts';

export interface TestServerOptions {
  readonly surroundings?: Partial<Surroundings>;
  readonly config?: Partial<Config>;
  /** Another store than the file in `dir`. */
  readonly store?: (surroundings: Surroundings) => Store | Promise<Store>;
  /** The data's folder; a new temporary one by default, removed by `stop`. */
  readonly dir?: string;
}

/** The real application in this process, on a free port of loopback, with its log in a file. */
export class TestServer {
  readonly dir: string;
  readonly #options: TestServerOptions;
  readonly #clients: { close(): void }[] = [];
  #app: App;
  #port: number;
  #desk: TestSession | null = null;

  private constructor(dir: string, options: TestServerOptions, app: App, port: number) {
    this.dir = dir;
    this.#options = options;
    this.#app = app;
    this.#port = port;
  }

  static async start(options: TestServerOptions = {}): Promise<TestServer> {
    const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'kyoshu-server-')));
    const app = await appOf(dir, options);
    return new TestServer(dir, options, app, await app.listen());
  }

  get app(): App {
    return this.#app;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** A session of the town hall's desk; the same one each time. */
  async desk(): Promise<TestSession> {
    if (this.#desk !== null) return this.#desk;
    const { url } = await this.#app.links.make(
      { role: 'desk', meeting: null, person: null, oneTime: true },
      this.url,
    );
    this.#desk = await this.open(url);
    return this.#desk;
  }

  /** Opens a link as a page does: its token goes by POST, a cookie comes back. */
  async open(link: string): Promise<TestSession> {
    const token = new URL(link).hash.replace('#t=', '');
    const response = await this.fetch('/api/link', { method: 'POST', json: { token } });
    if (!response.ok) throw new Error(`the link was refused: ${await response.text()}`);
    const { session, url } = (await response.json()) as LinkOpened;
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return { session, cookie, url };
  }

  async fetch(
    path: string,
    { session, json, ...init }: RequestInit & { session?: TestSession | undefined; json?: unknown } = {},
  ): Promise<Response> {
    const url = new URL(path, this.url);
    const headers = new Headers(init.headers);
    if (session !== undefined) {
      url.searchParams.set('s', session.session);
      headers.set('cookie', session.cookie);
    }
    if (json !== undefined) headers.set('content-type', 'application/json');
    return fetch(url, {
      ...init,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
  }

  async makeMeeting(plan: PlanInput, more: { rehearsal?: boolean; at?: number } = {}): Promise<string> {
    const response = await this.fetch('/api/meetings', {
      method: 'POST',
      session: await this.desk(),
      json: { plan, ...more },
    });
    if (!response.ok) throw new Error(`the meeting was not made: ${await response.text()}`);
    return ((await response.json()) as MeetingMade).id;
  }

  /** Makes links as the desk does, in the order of `people`. */
  async makeLinks(meeting: string, wish: NewLink): Promise<readonly LinkMade[]> {
    const response = await this.fetch(`/api/meetings/${meeting}/links`, {
      method: 'POST',
      session: await this.desk(),
      json: wish,
    });
    if (!response.ok) throw new Error(`no links were made: ${await response.text()}`);
    return ((await response.json()) as LinksMade).made;
  }

  /** The session of a person, from a link of theirs. */
  async sessionOf(meeting: string, person: string): Promise<TestSession> {
    const [made] = await this.makeLinks(meeting, { role: 'person', people: [person] });
    return this.open(made?.url ?? '');
  }

  /** A connected client that has joined nothing yet; closed with the server. Null: without a session. */
  async client<A extends Audience>(session: TestSession | null, headers = {}): Promise<TestClient<A>> {
    const client = new TestClient<A>(this.url, session, headers);
    this.#clients.push(client);
    await client.connect();
    return client;
  }

  /** A client that has joined the meeting. */
  async join<A extends Audience>(
    session: TestSession,
    meeting: string,
    audience: A,
    as?: string,
  ): Promise<TestClient<A>> {
    const client = await this.client<A>(session);
    await client.join({ meeting, audience, ...(as === undefined ? {} : { as }) });
    return client;
  }

  /** The person's own device in the meeting. */
  async joinAs<A extends Audience>(meeting: string, person: string, audience: A): Promise<TestClient<A>> {
    return this.join(await this.sessionOf(meeting, person), meeting, audience);
  }

  /** Ends the server in order and starts another one on the same data and port. */
  async restart(): Promise<void> {
    await this.#app.close();
    this.#app = await appOf(this.dir, {
      ...this.#options,
      config: { ...this.#options.config, port: this.#port },
    });
    this.#port = await this.#app.listen();
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.#app.close();
    if (this.#options.dir === undefined) await rm(this.dir, { recursive: true, force: true });
  }
}

async function appOf(dir: string, options: TestServerOptions): Promise<App> {
  const surroundings = { ...realSurroundings, ...options.surroundings };
  const config = {
    host: '127.0.0.1',
    port: 0,
    data: dir,
    redisUrl: null,
    origins: [],
    tls: null,
    trustProxy: false,
    ...options.config,
  };
  return createApp({
    config,
    store: await (options.store?.(surroundings) ?? openStore(config, surroundings)),
    viewer: { viewFor, meFor, personsTouched },
    profiles: bundledProfiles,
    surroundings,
    logger: pino({ level: 'error' }),
    client: join(import.meta.dirname, '../../dist/client'),
  });
}
