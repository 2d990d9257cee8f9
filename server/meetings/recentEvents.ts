import type { MeetingEvent } from '../../shared/meeting/events.ts';

/** One event that this process saw. */
export interface RecentEvent {
  readonly version: number;
  readonly type: MeetingEvent['type'];
  readonly at: number;
  /** A person's id, `desk` or `system`. */
  readonly by: string;
}

/** So many of the last events are remembered. */
const remembered = 200;

/** What this process saw of a meeting's record, for the case that the store loses it. */
export class RecentEvents {
  #events: readonly RecentEvent[] = [];

  /** The events that brought the log to position `version`. */
  note(version: number, events: readonly MeetingEvent[]): void {
    const first = version - events.length + 1;
    const news = events.map(({ type, at, by }, index) => ({ version: first + index, type, at, by }));
    this.#events = [...this.#events, ...news].slice(-remembered);
  }

  /** Those after log position `version`, as far back as they are remembered. */
  since(version: number): readonly RecentEvent[] {
    return this.#events.filter((event) => event.version > version);
  }
}
