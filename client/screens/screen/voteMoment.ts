import type { VoteLine } from '../../../shared/views/types/voteLine.ts';

/** What the room is asked to do at this moment of a vote. */
export type VoteMoment =
  | { readonly is: 'call'; readonly choice: NonNullable<VoteLine['called']> }
  | { readonly is: 'objections' | 'ballots' | 'roll' | 'tie' | 'closed' | 'escalated' | 'ready' };

export function voteMoment(vote: VoteLine): VoteMoment {
  if (vote.status === 'escalated') return { is: 'escalated' };
  if (vote.tie && vote.castingVote === null && vote.status === 'closed') return { is: 'tie' };
  if (vote.status !== 'open') return { is: 'closed' };
  if (vote.method === 'noObjection') return { is: 'objections' };
  if (vote.called !== null) return { is: 'call', choice: vote.called };
  if (vote.method === 'namedBallot') return { is: 'roll' };
  if (vote.method === 'electronic' || vote.method === 'secretBallot') return { is: 'ballots' };
  return { is: 'ready' };
}
