import { canonicalJson } from './canonical.ts';
import { genesis, openRows, type Row, sealRow } from './chain.ts';
import { LogError } from './errors.ts';
import type { MeetingCopy } from './meetingLog.ts';

/** The rows of a copy that is to be brought in. Throws a LogError for one that does not hold together. */
export const checkedRows = ({ meeting, records, answers }: MeetingCopy): Row[] => {
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

export const meetingExists = (meeting: string): LogError =>
  new LogError(
    'log/exists',
    `会議「${meeting}」はすでにあります。何も取り込んでいません。`,
    `The meeting "${meeting}" is there already. Nothing was imported.`,
  );
