import { LogError } from '../../../server/log/errors.ts';
import { listeners } from '../../../server/log/listeners.ts';
import type { Append, AppendResult, LogNotice, MeetingLog } from '../../../server/log/meetingLog.ts';
import type { Company, Nodes, Turn } from '../../../server/log/nodes.ts';
import type { Store } from '../../../server/log/store.ts';
import { trouble } from '../../../server/log/trouble.ts';
import { Pipe } from './pipe.ts';
import type { World } from './world.ts';

/** As in server/log/redis: how long a turn is leased, a request to have it stands, a silent node counts as living. */
const [lease, patience, life, beat] = [1000, 100, 5000, 1500];

interface TurnHeld {
  holder: string | null;
  until: number;
  next: string | null;
  asked: number;
}

/** What several nodes reach through a network: one log, whose turn it is, and who is connected to which node. */
export class SharedPlace {
  readonly turns = new Map<string, TurnHeld>();
  readonly company = new Map<string, Map<string, Company>>();
  readonly heardOf = new Map<string, number>();
  readonly base: Store;

  constructor(base: Store) {
    this.base = base;
  }
}

/** One node's way to the shared place. Nothing of it is shared memory: everything travels, and the line may break. */
export class StoreLine {
  readonly store: Store;
  /** Reachable without a break since then, by the scheduler; Infinity while it is not. */
  steadySince = 0;
  readonly #world: World;
  readonly #place: SharedPlace;
  readonly #node: string;
  readonly #notices = listeners<LogNotice>();
  readonly #trouble = trouble((notice) => {
    this.#notices.tell(notice);
  });
  readonly #isAlive: () => boolean;
  readonly #untold: (() => void)[] = [];
  #up: Pipe;
  #down: Pipe;
  /** News come on a connection of their own, as from Redis: before or after an answer that was sent at the same time. */
  #news: Pipe;
  #broken = false;
  readonly #underWay = new Set<(error: LogError) => void>();
  /** Appends of this node are judged in their order; whether the last one was taken. */
  #tail: Promise<unknown> = Promise.resolve();
  readonly #taken = new Map<string, boolean>();

  constructor(world: World, place: SharedPlace, node: string, isAlive: () => boolean) {
    this.#world = world;
    this.#place = place;
    this.#node = node;
    this.#isAlive = isAlive;
    this.#up = this.#pipe();
    this.#down = this.#pipe();
    this.#news = this.#pipe();
    const { credentials, drafts } = place.base;
    this.store = {
      log: this.#log(),
      credentials: this.#through(credentials),
      drafts: this.#through(drafts),
      nodes: this.#nodes(),
      close: () => Promise.resolve(),
    };
    this.#beat();
  }

  /** What is under way may have been done or not; nobody knows here. */
  cut(ms: number): void {
    if (this.#broken) return;
    this.#broken = true;
    this.steadySince = Infinity;
    this.#up.break();
    this.#down.break();
    this.#news.break();
    const waiting = [...this.#underWay];
    this.#underWay.clear();
    for (const fail of waiting) fail(away());
    this.#trouble.failed('log/unavailable');
    this.#world.scheduler.after(ms, () => {
      this.#up = this.#pipe();
      this.#down = this.#pipe();
      this.#news = this.#pipe();
      this.#broken = false;
      this.steadySince = this.#world.scheduler.now;
      if (!this.#isAlive()) return;
      this.#trouble.worked();
      this.#tellAll();
    });
  }

  #pipe(): Pipe {
    const { scheduler, dice, settings } = this.#world;
    return new Pipe({ scheduler, dice: dice.server, latency: settings.storeLatency });
  }

  /** Asks the shared place for something: there and back. */
  #ask<T>(work: () => Promise<T>): Promise<T> {
    if (this.#broken || !this.#isAlive()) return Promise.reject(away());
    return new Promise<T>((resolve, reject) => {
      this.#underWay.add(reject);
      const [up, down] = [this.#up, this.#down];
      const back = (done: () => void) => {
        down.send(() => {
          if (this.#underWay.delete(reject) && this.#isAlive()) done();
        });
      };
      up.send(() => {
        work().then(
          (value) => {
            back(() => {
              resolve(value);
            });
          },
          (error: unknown) => {
            back(() => {
              reject(error instanceof Error ? error : away());
            });
          },
        );
      });
    });
  }

  /** The same methods, each of them through the line. */
  #through<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (held, name) => {
        const method = Reflect.get(held, name) as (...args: unknown[]) => Promise<unknown>;
        return (...args: unknown[]) => this.#ask(() => method.apply(held, args));
      },
    });
  }

  #log(): MeetingLog {
    const { log } = this.#place.base;
    return {
      ...this.#through(log),
      version: (meeting) => this.#ask(() => log.version(meeting)),
      answer: (meeting, id) => this.#ask(() => log.answer(meeting, id)),
      meetings: () => this.#ask(() => log.meetings()),
      epoch: (meeting) => this.#ask(() => log.epoch(meeting)),
      read: (meeting, after, limit) =>
        this.#ask(() => this.#world.read(() => log.read(meeting, after, limit))),
      saveSnapshot: (meeting, snapshot) => this.#ask(() => log.saveSnapshot(meeting, snapshot)),
      loadSnapshot: (meeting) => this.#ask(() => log.loadSnapshot(meeting)),
      openBox: (box) => this.#ask(() => this.#world.read(() => log.openBox(box))),
      copyOut: (meeting) => this.#ask(() => log.copyOut(meeting)),
      copyIn: (copies) => this.#ask(() => log.copyIn(copies)),
      remove: (meeting, version, disposal) => this.#ask(() => log.remove(meeting, version, disposal)),
      disposals: () => this.#ask(() => log.disposals()),
      confirmReplaced: (meeting) => this.#ask(() => log.confirmReplaced(meeting)),
      append: (append) => this.#ask(() => this.#append(append)),
      follow: (meeting, listener) =>
        log.follow(meeting, (records) => {
          this.#tell(() => {
            listener(records);
          });
        }),
      onNotice: (listener) => this.#notices.add(listener),
      close: () => Promise.resolve(),
    };
  }

  async #append(append: Append): Promise<AppendResult> {
    const judged = this.#tail.then(async (): Promise<AppendResult> => {
      if (append.follows === true && this.#taken.get(append.meeting) === false)
        return { status: 'conflict', version: append.expectedVersion };
      this.#taken.set(append.meeting, false);
      const result = await this.#place.base.log.append(append);
      this.#taken.set(append.meeting, result.status === 'appended');
      return result;
    });
    this.#tail = judged.catch(() => undefined);
    return judged;
  }

  /** News of the log, in order. What was lost with the line is read when it is back. */
  #tell(told: () => void): void {
    if (!this.#isAlive()) return;
    this.#untold.push(told);
    if (!this.#broken)
      this.#news.send(() => {
        this.#tellAll();
      });
  }

  #tellAll(): void {
    if (this.#isAlive()) for (const told of this.#untold.splice(0)) told();
  }

  #nodes(): Nodes {
    const wanted = new Map<string, boolean>();
    const place = this.#place;
    const me = this.#node;
    return {
      takeTurn: (meeting) =>
        this.#ask(() => {
          const { turn, isWanted } = this.#takeTurn(meeting);
          wanted.set(meeting, isWanted);
          return Promise.resolve(turn);
        }),
      isWanted: (meeting) => wanted.get(meeting) === true,
      giveTurn: (meeting) =>
        this.#ask(() => {
          wanted.delete(meeting);
          const turn = place.turns.get(meeting);
          if (turn?.holder === me) turn.holder = null;
          return Promise.resolve();
        }),
      announce: (meeting, here) =>
        this.#ask(() => {
          const company = place.company.get(meeting) ?? new Map<string, Company>();
          place.company.set(meeting, company);
          if (here === null) company.delete(me);
          else company.set(me, here);
          place.heardOf.set(me, this.#world.scheduler.now);
          return Promise.resolve();
        }),
      others: (meeting) =>
        this.#ask(() => {
          const since = this.#world.scheduler.now - life;
          const living = [...(place.company.get(meeting) ?? [])].filter(
            ([node]) => node !== me && (place.heardOf.get(node) ?? -Infinity) >= since,
          );
          return Promise.resolve(living.map(([, here]) => here));
        }),
      close: () => Promise.resolve(),
    };
  }

  #takeTurn(meeting: string): { readonly turn: Turn; readonly isWanted: boolean } {
    const { now } = this.#world.scheduler;
    const me = this.#node;
    const turn = this.#place.turns.get(meeting) ?? { holder: null, until: 0, next: null, asked: 0 };
    this.#place.turns.set(meeting, turn);
    const held = turn.holder !== null && turn.until > now;
    const asked = turn.next !== null && turn.next !== me && turn.asked > now;
    if ((held && turn.holder !== me) || (!held && asked)) {
      if (!asked) Object.assign(turn, { next: me, asked: now + patience });
      return { turn: 'others', isWanted: false };
    }
    Object.assign(turn, { holder: me, until: now + lease });
    if (turn.next === me) turn.next = null;
    return { turn: held ? 'kept' : 'got', isWanted: asked };
  }

  #beat(): void {
    this.#world.scheduler.after(beat, () => {
      if (!this.#isAlive()) return;
      if (!this.#broken) this.#place.heardOf.set(this.#node, this.#world.scheduler.now);
      this.#beat();
    });
  }
}

function away(): LogError {
  return new LogError('log/unavailable', '記録に届きません。', 'The store cannot be reached.');
}
