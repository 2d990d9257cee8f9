import { LogError } from './errors.ts';
import type { LogRecord, StoredEvent } from './meetingLog.ts';

type EventData = Readonly<Record<string, unknown>>;

/** Raises an event's data by one version. `type`, `at` and `by` stay as they are. */
export type Upcaster = (event: EventData) => EventData;

/**
 * For each event type its upcasters in order: the first raises version 1 to 2, the second 2 to 3. A type that is
 * not here is at version 1. Stored events are never rewritten; they are raised each time they are read.
 */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/** The product's own. When the form of an event changes, a line is added here and nothing is taken away. */
export const EVENT_UPCASTERS: Upcasters = {};

const stepsOf = (upcasters: Upcasters, type: string): readonly Upcaster[] =>
  Object.hasOwn(upcasters, type) ? (upcasters[type] ?? []) : [];

/** The version that an event of this type is written with. */
export const currentVersion = (upcasters: Upcasters, type: string): number =>
  stepsOf(upcasters, type).length + 1;

/** Throws a LogError `log/newer` for an event whose version this program does not know. */
export const raise = (upcasters: Upcasters, record: LogRecord): LogRecord => {
  const { type, at, by } = record.event;
  const newest = currentVersion(upcasters, type);
  if (record.v === newest) return record;
  if (record.v > newest) {
    throw new LogError(
      'log/newer',
      `この記録の「${type}」は版${record.v}で、このプログラムが読めるのは版${newest}までです。新しい版のkyoshuで開いてください。`,
      `The log holds "${type}" in version ${record.v}, and this program reads up to ${newest}. Open it with a newer kyoshu.`,
    );
  }
  const data = stepsOf(upcasters, type)
    .slice(record.v - 1)
    .reduce<EventData>((event, step) => step(event), { ...record.event });
  const event: StoredEvent = { ...data, type, at, by };
  return { ...record, v: newest, event };
};
