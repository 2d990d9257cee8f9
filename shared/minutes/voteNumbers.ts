import type { Tally, VoteId } from '../features/votes/state.ts';
import type { MeetingState } from '../meeting/state.ts';
import { judge } from '../rules/majority.ts';
import type { Ballots, Counts } from '../rules/majority.ts';

/** The numbers of a vote as they stand. `counts` is null for 異議なし, which counts nobody. */
export interface VoteNumbers {
  readonly counts: Counts | null;
  readonly eligible: number;
  readonly required: number;
}

export function voteNumbers(state: MeetingState, id: VoteId): VoteNumbers {
  const vote = state.votes.votes[id];
  if (vote === undefined) return { counts: null, eligible: 0, required: 0 };
  const left = vote.resolutions.reduce((sum, { as, count }) => (as === 'left' ? sum + count : sum), 0);
  const eligible = vote.eligibleCount.inRoom + vote.eligibleCount.online - left;
  const parts: Partial<Tally>[] = [
    vote.ballotTally.inRoom,
    vote.ballotTally.online,
    ...Object.values(vote.counts),
    ...vote.resolutions.map(({ as, count }) => ({
      [as === 'no' ? 'no' : 'abstain']: as === 'left' ? 0 : count,
    })),
  ];
  const sum = (key: keyof Ballots) => parts.reduce((total, part) => total + (part[key] ?? 0), 0);
  const judged = judge({
    decision: vote.decision,
    eligible,
    seats: vote.seats,
    ballots: {
      yes: sum('yes'),
      no: sum('no'),
      abstain: sum('abstain'),
      blank: sum('blank'),
      invalid: sum('invalid'),
    },
    blank: state.rules.vote.blank,
    chair: state.rules.chair.vote,
  });
  return {
    counts: vote.method === 'noObjection' ? null : judged.counts,
    eligible,
    required: judged.required,
  };
}
