import { expectedSeat } from '../features/attendance/state.ts';
import { getPerson } from '../meeting/personMap.ts';
import { isMemberRole, type PersonId } from '../meeting/person.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Ambient } from './ambient.ts';
import { presiding } from './parts/presiding.ts';
import type { MeView } from './types.ts';

/**
 * One person's own part: their seat, their ballot as it was received, what they said today. It goes to that person
 * alone. Null for somebody who is not on the roster.
 */
export function meFor(state: MeetingState, person: PersonId, _ambient: Ambient): MeView | null {
  if (!Object.hasOwn(state.roster.people, person)) return null;
  const role = state.roster.people[person]?.role ?? 'observer';
  const seat = state.attendance.seats[person] ?? expectedSeat;
  return {
    person,
    presiding: presiding(state) === person,
    presence: seat.presence,
    channel: seat.channel,
    identified: seat.identifiedAt !== null || seat.channel === 'inRoom',
    mayVote: isMemberRole(role) ? { ok: true } : null,
    ballot: lastBallot(state, person),
    election: null,
    spoken: state.floor.spoken[person] ?? { times: 0, ms: 0 },
    written: null,
  };
}

function lastBallot(state: MeetingState, person: PersonId): MeView['ballot'] {
  for (const id of state.votes.order.toReversed()) {
    const ballot = getPerson(state.votes.votes[id]?.ballots ?? { size: 0, buckets: [] }, person);
    if (ballot !== undefined) return { vote: id, choice: ballot.choice, at: ballot.at };
  }
  return null;
}
