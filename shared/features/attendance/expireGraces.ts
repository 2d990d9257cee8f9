import { seatOf } from '../../meeting/lookup.ts';
import { personEntries } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { voteInProgress } from '../../meeting/voteInProgress.ts';
import { letGo } from './depart.ts';
import { quorumNow } from './standing.ts';
import { watchQuorum } from './quorumEvents.ts';

/**
 * When the next lost link becomes an absence, epoch ms; null: none runs. While ballots are taken nobody's attendance
 * changes, and what fell due meanwhile is due at the close.
 */
export function nextGraceEnd(state: MeetingState): number | null {
  if (voteInProgress(state) !== null) return null;
  const { graces } = state.attendance;
  if (graces.size === 0) return null;
  return personEntries(graces).reduce((first, [, end]) => Math.min(first, end), Infinity);
}

/** What the rules make of every grace that has run out by `at`, in the order in which they ran out. */
export function expireGraces(story: Unfolding, at: number): void {
  if (voteInProgress(story.state) !== null) return;
  const due = personEntries(story.state.attendance.graces)
    .filter(([, until]) => until <= at)
    .toSorted(([a, untilA], [b, untilB]) => untilA - untilB || (a < b ? -1 : 1));
  if (due.length === 0) return;
  // Each of them takes at most one from the quorum: until its margin is used up there is nothing to look at.
  const { present, required } = quorumNow(story.state);
  let margin = Math.max(0, present - required);
  for (const [who] of due) {
    const since = seatOf(story.state, who).lostAt ?? at;
    if (story.state.rules.online.disconnect.then === 'excludeFromVote')
      story.happen({ type: 'ExcludedFromVote', who, since });
    else {
      letGo(story, who, at);
      story.happen({ type: 'Left', who, since, reason: null, cause: 'connection' });
    }
    if (margin > 0) margin -= 1;
    else if (story.state.attendance.quorumLostAt === null) watchQuorum(story, at, since);
  }
}
