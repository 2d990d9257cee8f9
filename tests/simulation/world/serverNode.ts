import type { Refusal } from '../../../shared/meeting/refusal.ts';
import { isRefusal } from '../../../shared/meeting/refusal.ts';
import { profileById } from '../../../shared/minutes/profiles.ts';
import { meFor } from '../../../shared/views/meFor.ts';
import { personsTouched } from '../../../shared/views/personsTouched.ts';
import { viewFor } from '../../../shared/views/viewFor.ts';
import { isLogError } from '../../../server/log/errors.ts';
import type { Store } from '../../../server/log/store.ts';
import { MeetingRegistry } from '../../../server/meetings/meetingRegistry.ts';
import type { ServerEvent } from '../../../server/meetings/wire.ts';
import type { Surroundings } from '../../../server/surroundings.ts';
import { connectedBefore, SeenSessions } from '../../../server/transport/connectedSessions.ts';
import { Gateway } from '../../../server/transport/gateway.ts';
import { LinkDesk } from '../../../server/transport/links.ts';
import type { OpenSession } from '../../../server/transport/sessions.ts';
import { Sessions } from '../../../server/transport/sessions.ts';
import type { Heard } from '../checks/promptness.ts';
import type { Line, LineEnd } from './line.ts';
import { Line as NewLine } from './line.ts';
import { Parcel } from './parcel.ts';
import type { World } from './world.ts';

/** One server process, put together as server/app.ts does it, over lines and a store of the simulated world. */
export class ServerNode {
  readonly name: string;
  readonly registry: MeetingRegistry;
  readonly gateway: Gateway;
  readonly sessions: Sessions;
  readonly links: LinkDesk;
  readonly store: Store;
  /** What it has heard and not answered yet. */
  readonly unanswered = new Set<Heard>();
  readonly #world: World;
  readonly #seen: SeenSessions;
  readonly #lines = new Set<Line>();
  readonly #rooms = new Map<string, Set<Line>>();
  /** The text of views handed out: a view never changes. */
  readonly #texts = new WeakMap<object, string>();
  #alive = true;
  #ending = false;
  /** After so many awaits of the next thing it does, the process is gone. */
  #doom: number | null = null;

  constructor(
    world: World,
    name: string,
    openStore: (surroundings: Surroundings, node: ServerNode) => Store,
  ) {
    this.#world = world;
    this.name = name;
    const surroundings: Surroundings = {
      clock: { now: () => world.wallClock(), ticks: () => world.scheduler.now },
      timers: {
        after: (ms, task) =>
          world.scheduler.after(ms, () => {
            this.run(task);
          }),
        soon: (task) => {
          world.scheduler.after(world.dice.server.between(0, 0.5), () => {
            this.run(task);
          });
        },
      },
      random: (bytes) => world.dice.server.bytes(bytes),
    };
    this.store = openStore(surroundings, this);
    this.sessions = new Sessions(this.store.credentials, surroundings);
    this.links = new LinkDesk(this.store.credentials, surroundings, (link) => {
      this.gateway.revoke(link);
    });
    const trouble = (error: unknown) => {
      if (this.#alive && !isLogError(error)) world.witness.broke('bug', describe(error));
    };
    this.registry = new MeetingRegistry({
      log: this.store.log,
      nodes: this.store.nodes,
      wire: {
        toRoom: (room, event, message) => {
          this.#toRoom(room, event, message);
        },
      },
      viewer: { viewFor, meFor, personsTouched },
      surroundings,
      gauges: {
        counted: () => undefined,
        appendTook: () => undefined,
        broadcastTook: () => undefined,
        trouble,
      },
      joinUrl: () => null,
      recorded: () => undefined,
      profile: profileById,
      connectedBefore: (meeting, since) => connectedBefore(this.store.credentials, meeting, since),
    });
    this.gateway = new Gateway({
      registry: this.registry,
      surroundings,
      counted: () => undefined,
      seen: (session) => {
        this.#seen.note(session);
      },
      trouble,
    });
    this.#seen = new SeenSessions(this.store.credentials, surroundings, () => this.gateway.sessions);
  }

  get alive(): boolean {
    return this.#alive;
  }

  get takesConnections(): boolean {
    return this.#alive && !this.#ending;
  }

  get lines(): ReadonlySet<Line> {
    return this.#lines;
  }

  /** Everything that this process does comes through here: a dead one does nothing. */
  run(task: () => void): void {
    if (!this.#alive) return;
    if (this.#doom !== null && !this.#world.calm) this.#countDown(this.#doom);
    this.#doom = null;
    task();
  }

  /** A page knocks with its cookie. */
  async handshake(cookie: string, session: string, end: LineEnd): Promise<Line | Refusal> {
    const found: OpenSession | Refusal = await this.sessions.find(cookie, session);
    if (isRefusal(found)) return found;
    const refusal = this.gateway.admits(found);
    if (refusal !== null) return refusal;
    const line = new NewLine(this.#world, this, found, end);
    this.#lines.add(line);
    line.accept();
    return line;
  }

  enter(room: string, line: Line): void {
    const members = this.#rooms.get(room) ?? new Set<Line>();
    members.add(line);
    this.#rooms.set(room, members);
  }

  leave(room: string, line: Line): void {
    this.#rooms.get(room)?.delete(line);
  }

  forget(line: Line): void {
    this.#lines.delete(line);
  }

  /** An answer as JSON; a view in it is put into words once, however many are handed it. */
  textOf(reply: unknown): string {
    const { view, ...rest } = reply as { readonly view?: object };
    if (view === undefined) return JSON.stringify(reply);
    const known = this.#texts.get(view) ?? JSON.stringify(view);
    this.#texts.set(view, known);
    return `${JSON.stringify(rest).slice(0, -1)},"view":${known}}`;
  }

  /** The process will die in the middle of what it does next. */
  dieAfter(awaits: number): void {
    this.#doom = awaits;
  }

  /** The process is gone at once: its memory, its timers, its lines. */
  die(silent: boolean): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#world.nodeDied(this);
    for (const line of this.#lines) line.serverDied(silent);
    this.#lines.clear();
  }

  /** Ends in order, as `App.close` does. */
  async end(): Promise<void> {
    this.#ending = true;
    await this.#seen.close();
    await this.registry.beginClosing();
    await this.registry.close();
    for (const { what } of this.unanswered)
      this.#world.witness.broke('an end in order answers first', `${this.name} has said nothing to ${what}`);
    for (const line of [...this.#lines]) line.close();
    await this.store.close();
    this.die(false);
  }

  #countDown(awaits: number): void {
    let left = awaits;
    const step = () => {
      left -= 1;
      if (left > 0) queueMicrotask(step);
      else this.die(this.#world.dice.faults.chance(0.3));
    };
    queueMicrotask(step);
  }

  #toRoom(room: string, event: ServerEvent, message: object): void {
    if (!this.#alive) return;
    this.#world.witness.sending(event, message);
    const members = this.#rooms.get(room);
    if (members === undefined || members.size === 0) return;
    const parcel = new Parcel(JSON.stringify(message));
    for (const line of [...members]) line.sendParcel(event, parcel);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
