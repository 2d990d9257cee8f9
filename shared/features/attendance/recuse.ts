import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { isMember, itemOf, nameOf, personOf, unknownItem, unknownPerson } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import { isRecused } from '../../meeting/recusal.ts';
import { refuse } from '../../meeting/refusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { letGo } from './depart.ts';
import { membersStay } from './arrive.ts';
import { watchQuorum } from './quorumEvents.ts';

export const recuse: Decide<'recuse'> = (state, { who, item }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  if (itemOf(state, item) === undefined) return unknownItem(item);
  const name = nameOf(state, who);
  if (!isMember(state, who))
    return refuse(
      'attendance/not-a-member',
      `${name}さんは委員ではありません。除斥は委員について記録します。`,
      `${name} is not a member. Only members are excluded from an item.`,
    );
  const { recusals } = state.attendance;
  const already = Object.hasOwn(recusals, who) ? recusals[who] : undefined;
  if (already === item) return accept();
  if (already !== undefined)
    return refuse(
      'attendance/already-recused',
      `${name}さんは別の議題から除斥されています。先にその除斥を終えてください。`,
      `${name} is excluded from another item. End that exclusion first.`,
    );
  const refusal = membersStay(state, who);
  if (refusal !== null) return refusal;
  const leader = presidingPerson(state);
  const story = unfold(state, context);
  story.happen({ type: 'Recused', who, item });
  if (isRecused(story.state, who, state.agenda.current)) {
    if (state.rules.recusal.mode === 'leave') letGo(story, who, context.at);
    if (who === leader && !standIn(story, who))
      return refuse(
        'attendance/nobody-to-preside',
        `${name}さんが議事を進めています。代わりに進める人を先に指定してください。`,
        `${name} is presiding. Name who presides instead first.`,
      );
    watchQuorum(story, context.at);
  }
  return story.accepted();
};

export const endRecusal: Decide<'endRecusal'> = (state, { who }, context) => {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  if (!Object.hasOwn(state.attendance.recusals, who))
    return refuse(
      'attendance/not-recused',
      `${nameOf(state, who)}さんは除斥されていません。除斥した人を選んでください。`,
      `${nameOf(state, who)} is not excluded from any item. Choose somebody who is.`,
    );
  const refusal = membersStay(state, who);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  finishRecusal(story, who);
  watchQuorum(story, context.at);
  return story.accepted();
};

/** The exclusion ends, and whoever was stood in for leads again. */
export function finishRecusal(story: Unfolding, who: PersonId): void {
  const item = story.state.attendance.recusals[who];
  if (item === undefined) return;
  story.happen({ type: 'RecusalEnded', who, item });
  if (story.state.conduct.standsInFor === who) story.happen({ type: 'Presided', who, standsInFor: null });
}

/** Who leads while `who` is excluded says so in the log. False: nobody is there to do it. */
export function standIn(story: Unfolding, who: PersonId): boolean {
  const next = presidingPerson(story.state);
  if (next === null) return false;
  story.happen({ type: 'Presided', who: next, standsInFor: who });
  return true;
}
