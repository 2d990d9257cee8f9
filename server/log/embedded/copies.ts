import { canonicalJson } from '../canonical.ts';
import { genesis, openRows, type Row, sealRow } from '../chain.ts';
import { LogError } from '../errors.ts';
import type { MeetingCopy } from '../meetingLog.ts';
import type { Clerk } from './judge.ts';
import type { Shelf } from './shelf.ts';

/** The meeting as it is stored, its chain checked from the first record; null for an unknown meeting. */
export const copyOut = (shelf: Shelf, meeting: string): MeetingCopy | null => {
  const known = shelf.meetings().find((one) => one.meeting === meeting);
  if (known === undefined) return null;
  return {
    meeting,
    createdAt: known.createdAt,
    records: openRows(meeting, 1, genesis(meeting), shelf.rows(meeting, 0, Number.MAX_SAFE_INTEGER)),
    answers: shelf.answers(meeting).map((row) => ({ ...row, body: JSON.parse(row.body) as unknown })),
  };
};

/** The rows of a copy. Throws a LogError for one that does not hold together. */
const rowsOf = ({ meeting, records, answers }: MeetingCopy): Row[] => {
  const rows = records.map(({ seq, commandId, v, event, prev, hash }) => ({
    ...sealRow(seq, commandId, v, canonicalJson(event), prev),
    hash,
  }));
  openRows(meeting, 1, genesis(meeting), rows);
  if (rows.length === 0 || answers.some(({ version }) => version > rows.length)) {
    throw new LogError(
      'log/bad-copy',
      `会議「${meeting}」の写しは、途中で切れているか空です。何も取り込んでいません。`,
      `The copy of meeting "${meeting}" is empty or cut off. Nothing was imported.`,
    );
  }
  return rows;
};

const addCopy = ({ shelf, newEpoch }: Clerk, copy: MeetingCopy, rows: readonly Row[]): void => {
  const { meeting, createdAt, answers } = copy;
  if (shelf.head(meeting) !== null) {
    throw new LogError(
      'log/exists',
      `会議「${meeting}」はすでにあります。何も取り込んでいません。`,
      `The meeting "${meeting}" is there already. Nothing was imported.`,
    );
  }
  shelf.addMeeting({ meeting, createdAt, epoch: newEpoch() });
  rows.forEach((row, index) => shelf.addRow(meeting, index + 1, row));
  for (const { commandId, version, body } of answers) {
    shelf.addAnswer(meeting, { commandId, version, body: canonicalJson(body) });
  }
};

/** Writes all the copies or nothing of them. */
export const copyIn = (clerk: Clerk, copies: readonly MeetingCopy[]): void => {
  const checked = copies.map((copy) => ({ copy, rows: rowsOf(copy) }));
  clerk.shelf.transaction(() => checked.forEach(({ copy, rows }) => addCopy(clerk, copy, rows)));
};
