import type { Plan } from '../../shared/meeting/plan.ts';
import { createMeeting } from '../../shared/meeting/createMeeting.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import { StoreWatch } from './storeWatch.ts';
import type { Replaced } from './storeWatch.ts';
import { newName } from '../surroundings.ts';
import type { Cancel } from '../surroundings.ts';
import { loadState } from './loadState.ts';
import { MeetingRoom } from './meetingRoom.ts';
import type { RoomParts } from './meetingRoom.ts';

/** How long (ms) a meeting to which nobody is connected stays open. */
const idleTime = 10 * 60_000;

export interface RegistryParts extends RoomParts {
  /** Who was connected shortly before this process began, and may come back. */
  readonly connectedBefore: (meeting: string, since: number) => Promise<readonly string[]>;
}

interface Open {
  readonly room: Promise<MeetingRoom | null>;
  users: number;
  /** Counts visits, so that an old timer does not close a meeting that was used again. */
  visit: number;
  /** Cancels the end that waits for an idle meeting. */
  idle: Cancel | null;
}

/** The meetings that are open in this process, each once. */
export class MeetingRegistry {
  readonly #parts: RegistryParts;
  readonly #open = new Map<string, Open>();
  /** Meetings that were open before in this process: whoever was connected then has been dealt with. */
  readonly #seen = new Set<string>();
  readonly #store: StoreWatch;
  #closed = false;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
    this.#store = new StoreWatch(parts, {
      each: async (use) => {
        for (const room of await this.#rooms()) use(room);
      },
      room: (meeting) => this.#open.get(meeting)?.room.catch(() => null) ?? null,
      drop: (meeting) => this.#open.delete(meeting),
    });
  }

  /** Whether the store takes no appends just now. */
  get waiting(): boolean {
    return this.#store.waiting;
  }

  /** What is known of an older copy that stands in the store's place; null: all is well, or the desk has confirmed. */
  replaced(meeting: string): Replaced | null {
    return this.#store.replaced(meeting);
  }

  /** Makes a meeting from its plan. `at`: when it was made, by the clock that it will run on. */
  async create(plan: Plan, rehearsal: boolean, at: number): Promise<string | Refusal> {
    const meeting = newName(this.#parts.surroundings.random, 10);
    const event = createMeeting(meeting, plan, { at, actor: { kind: 'desk' } }, rehearsal);
    if (isRefusal(event)) return event;
    const result = await this.#parts.log.append({
      meeting,
      expectedVersion: 0,
      commandId: 'create',
      events: [event],
      answer: null,
    });
    if (result.status !== 'appended') throw new Error('A meeting with a fresh name exists already');
    this.#seen.add(meeting);
    return meeting;
  }

  /** Runs `use` with the meeting open, and keeps it open meanwhile; null for an unknown meeting. */
  async use<T>(meeting: string, use: (room: MeetingRoom) => T | Promise<T>): Promise<T | null> {
    const held = await this.hold(meeting);
    if (held === null) return null;
    try {
      return await use(held.room);
    } finally {
      held.release();
    }
  }

  /** The meeting, open until `release` is called; null for an unknown one, or when the process is ending. */
  async hold(meeting: string): Promise<{ readonly room: MeetingRoom; readonly release: () => void } | null> {
    if (this.#closed) return null;
    const open = this.#open.get(meeting) ?? this.#load(meeting);
    open.users += 1;
    open.visit += 1;
    const forget = () => {
      if (this.#open.get(meeting) === open) this.#open.delete(meeting);
    };
    const room = await open.room.catch((error: unknown) => {
      forget();
      throw error;
    });
    if (room === null) {
      forget();
      return null;
    }
    let held = true;
    return {
      room,
      release: () => {
        if (held) this.#release(meeting, open);
        held = false;
      },
    };
  }

  /** This process is ending and opens no meeting any more; another one does. */
  get closing(): boolean {
    return this.#closed;
  }

  /** How many meetings are open. */
  get size(): number {
    return this.#open.size;
  }

  /** Answers all that was accepted, then lets go of every meeting. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#store.close();
    for (const { idle } of this.#open.values()) idle?.();
    await Promise.all((await this.#rooms()).map((room) => room.close()));
    this.#open.clear();
  }

  /** Sockets that close from now on are this process's doing. */
  async beginClosing(): Promise<void> {
    this.#closed = true;
    await Promise.all((await this.#rooms()).map((room) => room.presence.close()));
  }

  async #rooms(): Promise<readonly MeetingRoom[]> {
    const rooms = await Promise.all([...this.#open.values()].map((open) => open.room.catch(() => null)));
    return rooms.filter((room) => room !== null);
  }

  #load(meeting: string): Open {
    const open: Open = { room: this.#makeRoom(meeting), users: 0, visit: 0, idle: null };
    this.#open.set(meeting, open);
    return open;
  }

  async #makeRoom(meeting: string): Promise<MeetingRoom | null> {
    const state = await loadState(this.#parts.log, meeting);
    if (state === null) return null;
    const room = new MeetingRoom(state, this.#parts);
    this.#store.opened(room);
    // Other nodes may have had people since this one last had the meeting open.
    const isNews = this.#parts.nodes !== null || !this.#seen.has(meeting);
    if (isNews && !room.rehearsal)
      room.presence.awaitReturn(await this.#parts.connectedBefore(meeting, state.at));
    this.#seen.add(meeting);
    return room;
  }

  #release(meeting: string, open: Open): void {
    open.users -= 1;
    if (open.users > 0 || this.#closed) return;
    const { visit } = open;
    open.idle?.();
    open.idle = this.#parts.surroundings.timers.after(idleTime, () => {
      if (open.users > 0 || open.visit !== visit || this.#open.get(meeting) !== open) return;
      this.#open.delete(meeting);
      void open.room.then((room) => room?.close());
    });
  }
}
