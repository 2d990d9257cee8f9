import { personOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { getPerson } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { BallotChoice, Vote } from './state.ts';

/** The voters in the order of the roll (点呼の順): by seat number, then as on the roster. */
export function rollOrder(state: MeetingState, vote: Vote): readonly PersonId[] {
  const seat = (who: PersonId) => personOf(state, who)?.seat ?? Number.MAX_SAFE_INTEGER;
  return state.roster.order
    .filter((who) => Object.hasOwn(vote.eligible, who))
    .toSorted((a, b) => seat(a) - seat(b));
}

/** Each voter and their vote; null where none is known by name. For a named ballot, after its close. */
export function rollOf(
  state: MeetingState,
  vote: Vote,
): readonly { readonly who: PersonId; readonly choice: BallotChoice | null }[] {
  return rollOrder(state, vote).map((who) => ({ who, choice: getPerson(vote.ballots, who)?.choice ?? null }));
}
