import type { MeetingLog } from '../../../server/log/meetingLog.ts';
import { memoryDisk } from '../../../server/log/memory/disk.ts';
import type { MemoryDisk } from '../../../server/log/memory/disk.ts';
import { crash } from '../../../server/log/memory/disk.ts';
import type { CommitFault } from '../../../server/log/memory/faults.ts';
import { openMemoryStore } from '../../../server/log/memory/memoryStore.ts';
import { LogError } from '../../../server/log/errors.ts';
import type { Store } from '../../../server/log/store.ts';
import type { Surroundings } from '../../../server/surroundings.ts';
import type { Answer } from '../../../shared/protocol/messages.ts';
import { checkSampledView } from '../checks/views.ts';
import { Witness } from '../checks/witness.ts';
import type { Device } from '../people/device.ts';
import { Aim } from './aim.ts';
import { Dice } from './dice.ts';
import { Scheduler } from './scheduler.ts';
import { ServerNode } from './serverNode.ts';
import type { Settings } from './settings.ts';
import { settingsOf } from './settings.ts';
import { SharedPlace, StoreLine } from './sharedStore.ts';

const beginning = Date.parse('2026-11-22T13:30:00+09:00');

/** Everything there is in a simulation: time, chance, the disk, the processes, and whoever watches. */
export class World {
  readonly settings: Settings;
  readonly scheduler = new Scheduler();
  /** Each part has dice of its own. */
  readonly dice: Readonly<
    Record<'network' | 'server' | 'people' | 'faults' | 'checks' | 'aim' | 'written', Dice>
  >;
  readonly disk: MemoryDisk = memoryDisk();
  readonly witness: Witness;
  /** Set by whoever makes the meeting. */
  meeting = '';
  /** No more trouble from now on. */
  calm = false;
  /** The disk takes nothing until then. */
  fullUntil = -1;
  /** When a reading failed last, by the scheduler. */
  readFailedAt = -Infinity;
  readonly nodes: ServerNode[] = [];
  readonly storeLines = new Map<ServerNode, StoreLine>();
  /** Null: trouble comes by the clock alone. */
  readonly aim: Aim | null;
  readonly #lines: string[] | null;
  readonly #shared: SharedPlace | null;
  #wallOffset = 0;
  #words = 0;
  #processes = 0;

  /** `traced`: keeps a line of all that happens. */
  constructor(seed: number, traced: boolean) {
    this.settings = settingsOf(seed);
    const dice = (name: string) => new Dice(seed, name);
    this.dice = {
      network: dice('network'),
      server: dice('server'),
      people: dice('people'),
      faults: dice('faults'),
      checks: dice('checks'),
      aim: dice('aim'),
      written: dice('written'),
    };
    this.aim = this.settings.aimed || this.settings.written ? new Aim(this) : null;
    this.#lines = traced ? [] : null;
    this.witness = new Witness(this.disk, (line) => {
      this.trace(line);
    });
    this.#shared = this.settings.nodes === 1 ? null : new SharedPlace(this.#openDisk());
    for (let i = 0; i < this.settings.nodes; i++) this.startNode();
  }

  get lines(): readonly string[] {
    return this.#lines ?? [];
  }

  trace(line: string): void {
    this.#lines?.push(`${this.scheduler.now.toFixed(3)} ${line}`);
  }

  /** Epoch ms, by a clock that somebody may set. */
  wallClock(): number {
    return beginning + this.#wallOffset + Math.floor(this.scheduler.now);
  }

  /** A word as no other of this evening: one letter three times, which no other word has. */
  newWord(): string {
    return String.fromCharCode(0x4e00 + this.#words++).repeat(3);
  }

  setClock(by: number): void {
    this.#wallOffset += by;
    this.trace(`the clock is set by ${String(by)}`);
  }

  startNode(): void {
    const name = `node${String(++this.#processes)}`;
    this.trace(`${name} starts`);
    this.nodes.push(
      new ServerNode(this, name, (surroundings, node) => this.#openStore(name, surroundings, node)),
    );
  }

  /** A living process that takes connections, as a balancer picks it. */
  anyNode(): ServerNode | undefined {
    return this.dice.network.pick(this.nodes.filter((node) => node.takesConnections));
  }

  nodeDied(node: ServerNode): void {
    this.trace(`${node.name} is gone`);
    if (this.#shared === null) crash(this.disk);
    this.nodes.splice(this.nodes.indexOf(node), 1);
    this.storeLines.delete(node);
  }

  answered(id: string, answer: Answer): void {
    if (!answer.ok) {
      // Whoever replies over days may have pressed days ago, without a line.
      if (answer.refusal.code === 'client/too-old' && this.settings.written)
        this.witness.broke('what is written in days is sent', `${id} was thrown away`);
      return;
    }
    const kept = this.disk.answers.get(this.meeting)?.get(id);
    if (kept === undefined)
      this.witness.broke('acknowledged is in the log', `${id} was acknowledged and is not in the log`);
  }

  checkView(device: Device): void {
    checkSampledView(this, device);
  }

  #openStore(name: string, surroundings: Surroundings, node: ServerNode): Store {
    if (this.#shared !== null) {
      const line = new StoreLine(this, this.#shared, name, () => node.alive);
      this.storeLines.set(node, line);
      return line.store;
    }
    const store = this.#openDisk((task) => {
      node.run(task);
    }, node);
    const { log } = store;
    const read: MeetingLog['read'] = async (...asked) => this.read(() => log.read(...asked));
    const openBox: MeetingLog['openBox'] = async (box) => this.read(() => log.openBox(box));
    return { ...store, log: { ...log, read, openBox } };
  }

  /** Reads something of the log, which fails now and then. */
  async read<T>(work: () => Promise<T>): Promise<T> {
    if (!this.calm && this.dice.faults.chance(this.settings.badReads)) {
      this.trace('a reading fails');
      this.readFailedAt = this.scheduler.now;
      throw new LogError('log/unavailable', '記録を読めません。', 'The log cannot be read.');
    }
    return work();
  }

  #openDisk(
    run: (task: () => void) => void = (task) => {
      task();
    },
    node: ServerNode | null = null,
  ): Store {
    const { scheduler, dice, settings } = this;
    return openMemoryStore(
      this.disk,
      {
        now: () => this.wallClock(),
        random: (bytes) => dice.server.bytes(bytes),
        schedule: (task) => {
          scheduler.after(dice.server.between(0, settings.commitTime), () => {
            run(task);
          });
        },
      },
      { commit: (appends) => this.#fault(appends, node) },
    );
  }

  /** What becomes of a commit; the process may go with it. */
  #fault(appends: number, node: ServerNode | null): CommitFault | null {
    const fault = this.#drawFault(appends, node === null);
    if (fault === null) return null;
    this.trace(`commit of ${String(appends)}: ${JSON.stringify(fault)}`);
    if (node !== null && this.settings.crashes > 0 && this.dice.faults.chance(0.3))
      node.die(this.dice.faults.chance(0.3));
    return fault;
  }

  /** `shared`: a store that others reach by lines. What it has written it tells them; only the lines lose answers. */
  #drawFault(appends: number, shared: boolean): CommitFault | null {
    if (this.calm) return null;
    if (this.fullUntil > this.scheduler.now) return { kind: 'full' };
    const { faults } = this.dice;
    if (this.aim?.takesCommit() === true) return faultOf(this.dice.aim, appends, shared);
    return faults.chance(this.settings.badCommits) ? faultOf(faults, appends, shared) : null;
  }
}

function faultOf(dice: Dice, appends: number, shared: boolean): CommitFault {
  const kind = shared
    ? dice.pick(['before', 'full'] as const)
    : dice.pick(['before', 'after', 'torn', 'full'] as const);
  return kind === 'torn' ? { kind, keep: dice.whole(0, appends) } : { kind };
}
