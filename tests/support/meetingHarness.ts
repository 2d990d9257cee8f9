import type { CommandInput } from '../../shared/meeting/commands.ts';
import { parseCommand } from '../../shared/meeting/commands.ts';
import type { Plan } from '../../shared/meeting/plan.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { personsTouched } from '../../shared/views/personsTouched.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import type { CommitFault } from '../../server/log/memory/faults.ts';
import type { MemoryDisk } from '../../server/log/memory/disk.ts';
import { memoryDisk } from '../../server/log/memory/disk.ts';
import { openMemoryStore } from '../../server/log/memory/memoryStore.ts';
import type { Nodes } from '../../server/log/nodes.ts';
import type { Store } from '../../server/log/store.ts';
import { MeetingRegistry } from '../../server/meetings/meetingRegistry.ts';
import type { MeetingRoom } from '../../server/meetings/meetingRoom.ts';
import type { Surroundings } from '../../server/surroundings.ts';
import { realSurroundings } from '../../server/surroundings.ts';
import { actorOf } from './given.ts';
import { planOf } from './plans.ts';

/** What was sent to a room, in order. */
export interface Sent {
  readonly room: string;
  readonly event: string;
  readonly message: unknown;
}

/** The server's inside without HTTP and sockets: a registry over a store in memory whose disk fails on request. */
export class MeetingHarness {
  readonly disk: MemoryDisk = memoryDisk();
  readonly sent: Sent[] = [];
  /** What goes wrong with the next commits, in order; none: they go well. */
  readonly faults: (CommitFault | null)[] = [];
  readonly troubles: unknown[] = [];
  store: Store;
  registry: MeetingRegistry;
  readonly #surroundings: Surroundings;
  readonly #nodes: Nodes | null;

  /** `nodes`: the others that append to the same log; null: there are none. */
  constructor({
    surroundings = realSurroundings,
    nodes = null,
  }: { readonly surroundings?: Surroundings; readonly nodes?: Nodes | null } = {}) {
    this.#surroundings = surroundings;
    this.#nodes = nodes;
    this.store = this.#open();
    this.registry = this.#registry();
  }

  async make(plan: Plan = planOf(), rehearsal = false): Promise<MeetingRoom> {
    const id = await this.registry.create(plan, rehearsal, this.#surroundings.clock.now());
    if (typeof id !== 'string') throw new Error(id.en);
    return this.room(id);
  }

  async room(id: string): Promise<MeetingRoom> {
    const held = await this.registry.hold(id);
    if (held === null) throw new Error(`no meeting ${id}`);
    return held.room;
  }

  /** The process ends in order, and another one begins on the same disk. */
  async restart(): Promise<void> {
    await this.registry.close();
    await this.store.close();
    this.store = this.#open();
    this.registry = this.#registry();
  }

  #open(): Store {
    const { clock, timers, random } = this.#surroundings;
    return openMemoryStore(
      this.disk,
      { now: clock.now, random, schedule: timers.soon },
      { commit: () => this.faults.shift() ?? null },
    );
  }

  #registry(): MeetingRegistry {
    return new MeetingRegistry({
      log: this.store.log,
      nodes: this.#nodes,
      wire: {
        toRoom: (room, event, message) => {
          this.sent.push({ room, event, message });
        },
      },
      viewer: { viewFor, meFor, personsTouched },
      surroundings: this.#surroundings,
      gauges: {
        counted: () => undefined,
        appendTook: () => undefined,
        broadcastTook: () => undefined,
        trouble: (error) => {
          this.troubles.push(error);
        },
      },
      joinUrl: () => null,
      recorded: () => undefined,
      profile: profileById,
      connectedBefore: () => Promise.resolve([]),
    });
  }
}

let commands = 0;

/** Sends a command as this person (`desk`: the secretariat's own session). */
export async function send(room: MeetingRoom, by: string, input: CommandInput, id?: string): Promise<Answer> {
  const parsed = parseCommand(input);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return room.command(id ?? `harness-${String(++commands)}`, parsed.command, actorOf(by));
}
