import type { MeetingState } from '../../meeting/state.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { voteInProgress } from '../../meeting/voteInProgress.ts';
import { takeFloor } from '../floor/giveFloor.ts';
import { quorumNow } from './standing.ts';

/**
 * After anything that changed who is present, known or excluded: says in the log that the quorum was lost or is met
 * again, and calls the recess where the rule asks for it. `since`: when it was really lost.
 */
export function watchQuorum(story: Unfolding, at: number, since = at): void {
  const { state } = story;
  if (!isWatched(state)) return;
  const { required, present, met } = quorumNow(state);
  const lost = state.attendance.quorumLostAt !== null;
  if (met && lost) story.happen({ type: 'QuorumRegained', present, required });
  if (met || lost) return;
  story.happen({ type: 'QuorumLost', since, present, required });
  if (state.rules.quorum.onLoss !== 'autoRecess' || state.conduct.status !== 'open') return;
  if (voteInProgress(state) !== null) return;
  takeFloor(story, at);
  story.happen({ type: 'Recessed', until: null, cause: 'quorum' });
}

function isWatched(state: MeetingState): boolean {
  const { status } = state.conduct;
  return state.info.mode !== 'written' && (status === 'open' || status === 'recess');
}
