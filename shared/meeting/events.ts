import type { AgendaEvents } from '../features/agenda/events.ts';
import type { AttendanceEvents } from '../features/attendance/events.ts';
import type { ConductEvents } from '../features/conduct/events.ts';
import type { ConfirmationEvents } from '../features/confirmation/events.ts';
import type { ElectionEvents } from '../features/elections/events.ts';
import type { FloorEvents } from '../features/floor/events.ts';
import type { PlanEvents } from '../features/plan/events.ts';
import type { RecordEvents } from '../features/record/events.ts';
import type { VoteEvents } from '../features/votes/events.ts';
import type { WrittenEvents } from '../features/written/events.ts';

type AllEvents = PlanEvents &
  AttendanceEvents &
  ConductEvents &
  ConfirmationEvents &
  AgendaEvents &
  FloorEvents &
  VoteEvents &
  ElectionEvents &
  WrittenEvents &
  RecordEvents;

export type EventType = keyof AllEvents;

/** What happened, before it is stamped with time and author. */
export type EventData<T extends EventType = EventType> = {
  [K in T]: { readonly type: K } & Readonly<AllEvents[K]>;
}[T];

/** `at`: epoch ms by the meeting's clock; `by`: a person's id, `desk`, or `system`. */
export interface EventStamp {
  readonly at: number;
  readonly by: string;
}

/** What happened: appended to the meeting's log, never changed. */
export type MeetingEvent<T extends EventType = EventType> = { [K in T]: EventData<K> & EventStamp }[T];
