import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import type { MeetingLog } from '../log/meetingLog.ts';
import { MinutesStream } from './minutesStream.ts';

/** Events folded before others get a turn, when the minutes are opened. */
const page = 2000;

/** The minutes of an open meeting: folded from the log when somebody first asks for them, and growing from then on. */
export class RoomMinutes {
  readonly #log: Pick<MeetingLog, 'read'>;
  readonly #meeting: string;
  /** The log position that the meeting has reached. */
  readonly #version: () => number;
  #minutes: MinutesStream | null = null;
  #opening: Promise<MinutesStream> | null = null;

  constructor(log: Pick<MeetingLog, 'read'>, meeting: string, version: () => number) {
    this.#log = log;
    this.#meeting = meeting;
    this.#version = version;
  }

  /** As far as the meeting is. Rejects with a LogError; whoever asks next opens them anew. */
  async open(): Promise<MinutesStream> {
    this.#opening ??= this.#fold().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  /**
   * Takes in the events that brought the log to position `version`, and gives the blocks that changed; none while nobody
   * has asked. The log may have shown the minutes more, when they were opened, than the meeting had taken in by then.
   */
  grow(version: number, events: readonly MeetingEvent[]): readonly MinutesBlock[] {
    if (this.#minutes === null) return [];
    const known = this.#minutes.version - (version - events.length);
    return this.#minutes.apply(events.slice(Math.max(0, known)));
  }

  async #fold(): Promise<MinutesStream> {
    const minutes = new MinutesStream();
    while (minutes.version < this.#version()) {
      const records = await this.#log.read(this.#meeting, minutes.version, page);
      minutes.apply(records.map((record) => record.event as MeetingEvent));
    }
    this.#minutes = minutes;
    return minutes;
  }
}
