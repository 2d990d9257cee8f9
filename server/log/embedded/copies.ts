import { canonicalJson } from '../canonical.ts';
import { genesis, openRows, type Row } from '../chain.ts';
import { checkedRows, meetingExists } from '../checkedRows.ts';
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

const addCopy = ({ shelf, newEpoch }: Clerk, copy: MeetingCopy, rows: readonly Row[]): void => {
  const { meeting, createdAt, answers } = copy;
  if (shelf.head(meeting) !== null) throw meetingExists(meeting);
  shelf.addMeeting({ meeting, createdAt, epoch: newEpoch() });
  rows.forEach((row, index) => shelf.addRow(meeting, index + 1, row));
  for (const { commandId, version, body } of answers) {
    shelf.addAnswer(meeting, { commandId, version, body: canonicalJson(body) });
  }
};

/** Writes all the copies or nothing of them. */
export const copyIn = (clerk: Clerk, copies: readonly MeetingCopy[]): void => {
  const checked = copies.map((copy) => ({ copy, rows: checkedRows(copy) }));
  clerk.shelf.transaction(() => checked.forEach(({ copy, rows }) => addCopy(clerk, copy, rows)));
};
