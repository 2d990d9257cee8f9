import { judgeVote } from '../features/votes/outcome.ts';
import type { VoteId } from '../features/votes/state.ts';
import { totals } from '../features/votes/tally.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Counts } from '../rules/majority.ts';

/** The numbers of a vote as they stand. `counts` is null for 異議なし, which counts nobody. */
export interface VoteNumbers {
  readonly counts: Counts | null;
  readonly eligible: number;
  readonly required: number;
}

export function voteNumbers(state: MeetingState, id: VoteId): VoteNumbers {
  const vote = state.votes.votes[id];
  if (vote === undefined) return { counts: null, eligible: 0, required: 0 };
  const { counts, required } = judgeVote(vote);
  const { eligible } = totals(vote);
  return { counts: vote.method === 'noObjection' ? null : counts, eligible, required };
}
