/**
 * A log as a file of lines, one JSON value each: for every meeting a head, then its records in order, then the
 * answers to its commands. Such a file can be checked with any SHA-256, and brought into another store.
 */
import { canonicalJson } from './canonical.ts';
import { genesis, sha256 } from './chain.ts';
import type { LogRecord, MeetingCopy, StoredAnswer } from './meetingLog.ts';

const LINES_FORMAT = 'kyoshu-log/1';

/** The lines of one meeting, without line ends. `epoch` says which store's history it was. */
export function* toLines(copy: MeetingCopy, epoch: string): Generator<string> {
  const { meeting, createdAt, records, answers } = copy;
  yield canonicalJson({
    format: LINES_FORMAT,
    meeting,
    epoch,
    createdAt,
    records: records.length,
    answers: answers.length,
  });
  for (const { hash, ...record } of records) yield canonicalJson({ hash, record });
  for (const answer of answers) yield canonicalJson({ answer });
}

/** What is wrong with a file of lines, and where. */
export interface BadLine {
  /** From 1. */
  readonly line: number;
  readonly ja: string;
  readonly en: string;
}

export type ReadLines =
  { readonly ok: true; readonly copies: readonly MeetingCopy[] } | ({ readonly ok: false } & BadLine);

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const parse = (line: string): Fields | null => {
  try {
    return fieldsOf(JSON.parse(line));
  } catch {
    return null;
  }
};

interface Head {
  readonly meeting: string;
  readonly createdAt: number;
  readonly records: number;
  readonly answers: number;
}

const toHead = ({ format, meeting, createdAt, records, answers }: Fields): Head | null =>
  format === LINES_FORMAT &&
  typeof meeting === 'string' &&
  isCount(createdAt) &&
  isCount(records) &&
  records > 0 &&
  isCount(answers)
    ? { meeting, createdAt, records, answers }
    : null;

const toRecord = (fields: Fields): LogRecord | null => {
  const record = fieldsOf(fields['record']);
  const event = fieldsOf(record?.['event']);
  const { hash } = fields;
  if (record === null || event === null || typeof hash !== 'string') return null;
  const { seq, commandId, v, prev } = record;
  if (!isCount(seq) || !isCount(v) || typeof commandId !== 'string' || typeof prev !== 'string') return null;
  const { type, at, by } = event;
  if (typeof type !== 'string' || typeof at !== 'number' || typeof by !== 'string') return null;
  return { seq, commandId, v, event: { ...event, type, at, by }, prev, hash };
};

const toAnswer = (fields: Fields): StoredAnswer | null => {
  const answer = fieldsOf(fields['answer']);
  const { commandId, version, body } = answer ?? {};
  return typeof commandId === 'string' && isCount(version) && body !== undefined
    ? { commandId, version, body }
    : null;
};

const bad = (line: number, ja: string, en: string): ReadLines & { ok: false } => ({
  ok: false,
  line,
  ja,
  en,
});

/** Reads one meeting that begins at `lines[start]`; `end` is the place after it. */
const readMeeting = (
  lines: readonly string[],
  start: number,
): { readonly ok: true; readonly copy: MeetingCopy; readonly end: number } | (ReadLines & { ok: false }) => {
  const head = toHead(parse(lines[start] ?? '') ?? {});
  if (head === null) {
    return bad(
      start + 1,
      `${LINES_FORMAT}の見出し行ではありません`,
      `this is not a head line of ${LINES_FORMAT}`,
    );
  }
  const { meeting, createdAt } = head;
  const records: LogRecord[] = [];
  const answers: StoredAnswer[] = [];
  const end = start + 1 + head.records + head.answers;
  let prev = genesis(meeting);

  for (let at = start + 1; at < end; at += 1) {
    const fields = parse(lines[at] ?? '');
    if (fields === null) {
      return lines[at] === undefined
        ? bad(at + 1, `会議「${meeting}」が途中で切れています`, `the meeting "${meeting}" is cut off here`)
        : bad(at + 1, 'JSONではありません', 'this line is not JSON');
    }
    if (records.length < head.records) {
      const record = toRecord(fields);
      if (record === null) return bad(at + 1, '記録の行ではありません', 'this is not a line of a record');
      const { hash, ...sealed } = record;
      if (
        record.seq !== records.length + 1 ||
        record.prev !== prev ||
        sha256(canonicalJson(sealed)) !== hash
      ) {
        return bad(
          at + 1,
          `会議「${meeting}」の${records.length + 1}番目の記録で鎖（ハッシュ）が合いません`,
          `the hash chain of meeting "${meeting}" does not fit at record ${records.length + 1}`,
        );
      }
      records.push(record);
      prev = hash;
    } else {
      const answer = toAnswer(fields);
      if (answer === null || answer.version > records.length) {
        return bad(at + 1, '応答の行ではありません', 'this is not a line of an answer');
      }
      answers.push(answer);
    }
  }
  const answered = new Set(answers.map(({ commandId }) => commandId));
  if (answered.size !== answers.length || records.some(({ commandId }) => !answered.has(commandId))) {
    return bad(
      start + 1,
      `会議「${meeting}」の応答が欠けているか、重なっています`,
      `answers of meeting "${meeting}" are missing or doubled`,
    );
  }
  return { ok: true, copy: { meeting, createdAt, records, answers }, end };
};

/** Checks a whole file, and says the first line that is wrong. */
export const readLines = (text: string): ReadLines => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) return bad(1, 'ファイルが空です', 'the file is empty');
  const copies: MeetingCopy[] = [];
  for (let at = 0; at < lines.length;) {
    const read = readMeeting(lines, at);
    if (!read.ok) return read;
    if (copies.some(({ meeting }) => meeting === read.copy.meeting)) {
      return bad(
        at + 1,
        `会議「${read.copy.meeting}」が二度あります`,
        `the meeting "${read.copy.meeting}" is here twice`,
      );
    }
    copies.push(read.copy);
    at = read.end;
  }
  return { ok: true, copies };
};
