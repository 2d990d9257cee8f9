import type { Leave } from '../../features/record/leave.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { BlockOf } from '../block.ts';
import { dateText, timeText } from './moments.ts';
import { nameOf } from './people.ts';
import type { MinutesSource } from './source.ts';

/** What stands for words that were withdrawn, one for each of them (標準会議規則: the record keeps them). */
const mask = '━';

/** The words of a turn as this copy may show them: in the published copy a withdrawn remark is masked. */
export function maskedWords({ copy }: MinutesSource, turn: BlockOf<'turn'>): string {
  if (turn.withdrawn === null || copy === 'record') return turn.text;
  const length = [...turn.text].filter((letter) => letter.trim() !== '').length;
  return mask.repeat(Math.min(Math.max(length, 4), 40));
}

/** What only the record says about a turn: who withdrew it and why, and every wording before the present one. */
export function recordNotes(source: MinutesSource, state: MeetingState, turn: BlockOf<'turn'>): string[] {
  if (source.copy !== 'record') return [];
  const when = (at: number) => `${dateText(source, at)}${timeText(source, at)}`;
  const notes = turn.corrections.map(
    ({ at, by, why, before, leave }) =>
      `〔${when(at)} ${writerOf(state, by)}が訂正（${why}）${leaveWords(leave)} 訂正前：${before}〕`,
  );
  for (const { at, by, why, before } of turn.speakerCorrections)
    notes.push(
      `〔${when(at)} ${writerOf(state, by)}が発言者を訂正（${why}） 訂正前：${nameOf(state, before)}〕`,
    );
  if (turn.withdrawn !== null) {
    const { at, by, why, leave } = turn.withdrawn;
    notes.push(`〔${when(at)} 発言取消し（${why}）${leaveWords(leave)} 記録：${writerOf(state, by)}〕`);
  }
  return notes;
}

/** By whose leave; nothing where nobody said. */
function leaveWords(leave: Leave | null): string {
  return leave === null ? '' : { body: ' 会議の許可', chair: ' 議長の許可', order: ' 議長の命令' }[leave];
}

/** Who wrote it: a person on the roster, or the desk of the town hall, which is nobody in particular. */
function writerOf(state: MeetingState, by: string): string {
  return by === 'desk' ? '事務局' : nameOf(state, by);
}
