import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { lastRound, roundNames, runningRound } from './rounds.ts';
import { notRunning } from './who.ts';

/** 締切の変更: of the round that runs, or of one that the dispatch announced and that has not begun. */
export const moveDeadline: Decide<'moveDeadline'> = (state, { round: kind, deadline }, { at }) => {
  const refusal = notRunning(state);
  if (refusal !== null) return refusal;
  const running = runningRound(state, kind);
  if (running === null && lastRound(state, kind) !== null)
    return refuse(
      'written/round-not-open',
      `${roundNames[kind].ja}は締め切られています。期間を設け直すときは、もう一度受け付けを始めてください。`,
      `The round of ${kind} is closed. Open another round to give more time.`,
    );
  const past = deadlinePast([deadline], at);
  if (past !== null) return past;
  return (running === null ? state.written.deadlines[kind] : running.deadline) === deadline
    ? accept()
    : accept({ type: 'DeadlineMoved', kind, round: running?.no ?? null, deadline });
};

/** A deadline that is over when it is set would make every reply late. Epoch ms. */
export function deadlinePast(deadlines: readonly (number | undefined)[], at: number): Refusal | null {
  return deadlines.some((deadline) => deadline !== undefined && deadline <= at)
    ? refuse(
        'written/deadline-past',
        '締切は、いまより後にしてください。すぐに締め切るときは「締め切る」を押してください。',
        'Choose a deadline in the future. To end a round now, close it.',
      )
    : null;
}
