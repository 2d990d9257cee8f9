import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { nameOf, personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { refuse } from '../../meeting/refusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { takeFloor } from '../floor/giveFloor.ts';
import { handOf } from '../floor/hands.ts';
import { membersStay, notPresent } from './arrive.ts';
import { watchQuorum } from './quorumEvents.ts';

export const leave: Decide<'leave'> = (state, { who, reason }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const seat = seatOf(state, who);
  if (seat.presence !== 'present') return notPresent(state, who);
  const refusal = membersStay(state, who);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  letGo(story, who, context.at);
  story.happen({ type: 'Left', who, since: context.at, reason: reason ?? null, cause: 'said' });
  watchQuorum(story, context.at);
  return story.accepted();
};

export const markAbsent: Decide<'markAbsent'> = (state, { who }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const { presence } = seatOf(state, who);
  if (presence === 'absent') return accept();
  // Before the opening nobody has attended yet: a check-in by mistake is taken back.
  const isMistake = state.conduct.status === 'preparing';
  if (presence !== 'expected' && !isMistake)
    return refuse(
      'attendance/has-attended',
      `${nameOf(state, who)}さんは${presence === 'left' ? 'すでに退席しています' : '出席しています'}。${presence === 'left' ? '記録はそのままにしてください。' : '帰られたときは「退席」で記録してください。'}`,
      presence === 'left'
        ? `${nameOf(state, who)} attended and left. Leave the record as it is.`
        : `${nameOf(state, who)} is present. If they go, record that they left.`,
    );
  const refusal = membersStay(state, who);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  story.happen({ type: 'MarkedAbsent', who });
  watchQuorum(story, context.at);
  return story.accepted();
};

export const admitObservers: Decide<'admitObservers'> = (state, { count }) =>
  count === state.attendance.observers ? accept() : accept({ type: 'ObserversAdmitted', count });

/** Somebody goes: their turn ends and their hand comes down. */
export function letGo(story: Unfolding, who: PersonId, at: number): void {
  takeFloor(story, at, who);
  if (handOf(story.state, who) !== undefined) story.happen({ type: 'HandLowered', who, cause: 'left' });
}
