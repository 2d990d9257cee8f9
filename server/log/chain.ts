import { hash } from 'node:crypto';
import { LogError } from './errors.ts';
import type { LogRecord } from './meetingLog.ts';

/** A record as stores keep it: the exact text that was hashed, and its hash. */
export interface Row {
  /** Canonical JSON of `{commandId, event, prev, seq, v}`. */
  readonly body: string;
  readonly hash: string;
}

/** Lower-case hex SHA-256 of UTF-8 text. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** What the first record is chained to; made from the meeting's id, so that a chain cannot pass for another's. */
export const genesis = (meeting: string): string => sha256(`kyoshu-log/1 ${meeting}`);

/** `event` is canonical JSON already: it is made once, where the event comes in. */
export const sealRow = (seq: number, commandId: string, v: number, event: string, prev: string): Row => {
  const body = `{"commandId":${JSON.stringify(commandId)},"event":${event},"prev":"${prev}","seq":${seq},"v":${v}}`;
  return { body, hash: sha256(body) };
};

const brokenChain = (meeting: string, seq: number, cause?: unknown): LogError =>
  new LogError(
    'log/damaged',
    `会議「${meeting}」の記録は、${seq}番目で鎖（ハッシュ）が合いません。ファイルが壊れたか、書き換えられています。バックアップから戻してください。`,
    `The log of meeting "${meeting}" does not fit its hash chain at record ${seq}: the file was damaged or altered. Restore it from a backup.`,
    cause,
  );

const parse = (row: Row): Omit<LogRecord, 'hash'> | null => {
  try {
    return JSON.parse(row.body) as Omit<LogRecord, 'hash'>;
  } catch {
    return null;
  }
};

/**
 * The records in `rows`, which begin at `firstSeq` after a record with the hash `prev`.
 *
 * Throws a LogError `log/damaged` naming the first that does not fit.
 */
export const openRows = (
  meeting: string,
  firstSeq: number,
  prev: string,
  rows: readonly Row[],
): LogRecord[] => {
  let before = prev;
  return rows.map((row, index) => {
    const seq = firstSeq + index;
    const record = sha256(row.body) === row.hash ? parse(row) : null;
    if (record === null || record.seq !== seq || record.prev !== before) throw brokenChain(meeting, seq);
    before = row.hash;
    return { ...record, hash: row.hash };
  });
};
