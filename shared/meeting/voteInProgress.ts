import type { Vote } from '../features/votes/state.ts';
import type { MeetingState } from './state.ts';

/** The vote that takes ballots now (採決中), from its opening to its close; null when none does. */
export function voteInProgress(state: MeetingState): Vote | null {
  const { current, votes } = state.votes;
  const vote = current === null ? undefined : votes[current];
  return vote !== undefined && vote.status === 'open' ? vote : null;
}
