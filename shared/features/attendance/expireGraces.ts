import { seatOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { voteInProgress } from '../../meeting/voteInProgress.ts';
import { letGo } from './depart.ts';
import { watchQuorum } from './quorumEvents.ts';

/**
 * When the next lost link becomes an absence, epoch ms; null: none runs. While ballots are taken nobody's attendance
 * changes, and what fell due meanwhile is due at the close.
 */
export function nextGraceEnd(state: MeetingState): number | null {
  if (voteInProgress(state) !== null) return null;
  const ends = Object.values(state.attendance.graces);
  return ends.length === 0 ? null : ends.reduce((first, end) => Math.min(first, end));
}

/** What the rules make of every grace that has run out by `at`, in the order in which they ran out. */
export function expireGraces(story: Unfolding, at: number): void {
  if (voteInProgress(story.state) !== null) return;
  const due = Object.entries(story.state.attendance.graces)
    .filter(([, until]) => until <= at)
    .toSorted(([a, untilA], [b, untilB]) => untilA - untilB || (a < b ? -1 : 1));
  for (const [who] of due) {
    const since = seatOf(story.state, who).lostAt ?? at;
    if (story.state.rules.online.disconnect.then === 'excludeFromVote')
      story.happen({ type: 'ExcludedFromVote', who, since });
    else {
      letGo(story, who, at);
      story.happen({ type: 'Left', who, since, reason: null, cause: 'connection' });
    }
    watchQuorum(story, at, since);
  }
}
