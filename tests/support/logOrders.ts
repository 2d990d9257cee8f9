import type { Append, AppendResult, LogRecord, StoredEvent } from '../../server/log/meetingLog.ts';

export interface Noted extends StoredEvent {
  readonly text: string;
}

export const noted = (text: string, at = 1_700_000_000_000): Noted => ({
  type: 'Noted',
  at,
  by: 'desk',
  text,
});

/** An append with one event for each text. */
export const order = (
  commandId: string,
  expectedVersion: number,
  texts: readonly string[],
  meeting = 'm-1',
): Append => ({
  meeting,
  expectedVersion,
  commandId,
  events: texts.map((text) => noted(text)),
  answer: { ok: true, commandId },
});

export const texts = (records: readonly LogRecord[]): string[] =>
  records.map(({ event }) => (event as Noted).text);

export const statuses = (results: readonly AppendResult[]): string[] => results.map(({ status }) => status);
