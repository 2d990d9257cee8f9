import { audiences } from '../../shared/views/types/audience.ts';
import type { LogNotice, MeetingLog } from '../log/meetingLog.ts';
import type { MeetingRoom } from './meetingRoom.ts';
import { archived, frozen } from './refusals.ts';
import { rooms } from './wire.ts';
import type { ServerEvent, ServerMessage, Wire } from './wire.ts';

/** An older copy stands where the store was: records went to `had` and now go to `has`. */
export interface Replaced {
  readonly had: number;
  readonly has: number;
}

/** The open meetings, as far as news of the store concern them. */
export interface OpenMeetings {
  each(use: (room: MeetingRoom) => void): Promise<void>;
  /** Null where the meeting is not open. */
  room(meeting: string): Promise<MeetingRoom | null> | null;
  /** The next who asks for it gets it as the store has it. */
  drop(meeting: string): void;
}

/** Tells the pages what becomes of the store, and keeps a meeting still whose record was replaced or taken out. */
export class StoreWatch {
  readonly #wire: Wire;
  readonly #meetings: OpenMeetings;
  readonly #replaced = new Map<string, Replaced>();
  readonly #unlisten: () => void;
  #waiting = false;

  constructor({ log, wire }: { readonly log: MeetingLog; readonly wire: Wire }, meetings: OpenMeetings) {
    this.#wire = wire;
    this.#meetings = meetings;
    this.#unlisten = log.onNotice((notice) => {
      this.#hear(notice);
    });
  }

  get waiting(): boolean {
    return this.#waiting;
  }

  replaced(meeting: string): Replaced | null {
    return this.#replaced.get(meeting) ?? null;
  }

  /** To be called with each room that was opened. */
  opened(room: MeetingRoom): void {
    if (this.#replaced.has(room.id)) room.stop(frozen);
  }

  close(): void {
    this.#unlisten();
  }

  #hear(notice: LogNotice): void {
    switch (notice.kind) {
      case 'waiting':
      case 'back':
        this.#setWaiting(notice.kind === 'waiting');
        return;
      case 'replaced':
        this.#replaced.set(notice.meeting, { had: notice.had, has: notice.has });
        void this.#stop(notice.meeting, false);
        return;
      case 'confirmed':
        this.#replaced.delete(notice.meeting);
        void this.#stop(notice.meeting, true);
        return;
      case 'removed':
        this.#replaced.delete(notice.meeting);
        void this.#end(notice.meeting);
    }
  }

  #setWaiting(waiting: boolean): void {
    this.#waiting = waiting;
    void this.#meetings.each((room) => {
      this.#toAll(room.id, 'store', { waiting });
    });
  }

  /** `over`: the desk has confirmed; what this process thinks of the meeting counts no more. */
  async #stop(meeting: string, over: boolean): Promise<void> {
    const opening = this.#meetings.room(meeting);
    if (opening === null) return;
    if (over) this.#meetings.drop(meeting);
    const room = await opening;
    if (room === null) return;
    room.stop(frozen);
    // They ask again until the meeting goes on.
    this.#toAll(meeting, 'rejoin', { reason: 'frozen', ja: frozen.ja, en: frozen.en });
    if (over) await room.close();
  }

  async #end(meeting: string): Promise<void> {
    const opening = this.#meetings.room(meeting);
    if (opening === null) return;
    this.#meetings.drop(meeting);
    const room = await opening;
    room?.stop(archived);
    this.#toAll(meeting, 'rejoin', { reason: 'audience', ja: archived.ja, en: archived.en });
    await room?.close();
  }

  #toAll<E extends ServerEvent>(meeting: string, event: E, message: ServerMessage<E>): void {
    for (const audience of audiences) this.#wire.toRoom(rooms.audience(meeting, audience), event, message);
  }
}
