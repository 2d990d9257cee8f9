import type { Context } from '../../meeting/context.ts';
import { actorName } from '../../meeting/context.ts';
import type { Decide } from '../../meeting/decider.ts';
import { notInSession } from '../../meeting/inSession.ts';
import { isMember, nameOf, personOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { actsForDesk, presides } from '../../meeting/presiding.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { chairSpeaking, giveChairFloor, giveFloor, takeFloor } from './giveFloor.ts';
import { handOf } from './hands.ts';
import { orderQueue } from './orderQueue.ts';
import { cannotSpeak, usedUp } from './speakers.ts';

/** A second press within this time by the same person is a slip of the thumb, by somebody else an overlap. */
const samePressMs = 1000;
const otherPressMs = 3000;

export const recognize: Decide<'recognize'> = (state, { who, seen }, context) => {
  const chairActs = presides(state, context.actor);
  const spent = isFollowUp(state, who) ? null : usedUp(state, who);
  const refusal =
    notInSession(state) ??
    cannotSpeak(state, who) ??
    overtaken(state, who, seen, context) ??
    (chairActs ? null : spent);
  if (refusal !== null) return refusal;

  const story = unfold(state, context);
  if (who === chairSpeaking(state, context)) {
    giveChairFloor(story, context);
    return story.accepted();
  }
  const hand = handOf(state, who);
  giveChairFloor(story, context);
  story.happen({
    type: 'Recognized',
    who,
    hand: hand?.kind ?? null,
    overruled: overruledBy(state, who),
    overLimit: spent !== null,
  });
  if (hand !== undefined) story.happen({ type: 'HandLowered', who, cause: 'recognized' });
  // After the chair's words the turn is new, even for whoever spoke before them; without a chair, too.
  giveFloor(story, who, context.at, { fromQueue: isQueued(state, who), anew: true });
  return story.accepted();
};

export const speak: Decide<'speak'> = (state, { who }, context) => {
  const refusal = notInSession(state) ?? cannotSpeak(state, who) ?? notCalled(state, who, context);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  const hand = handOf(state, who);
  if (hand !== undefined) story.happen({ type: 'HandLowered', who, cause: 'recognized' });
  giveFloor(story, who, context.at, { fromQueue: hand !== undefined && isQueued(state, who) });
  return story.accepted();
};

export const yieldFloor: Decide<'yieldFloor'> = (state, _command, context) => {
  const refusal = notInSession(state);
  if (refusal !== null) return refusal;
  const { turn } = state.floor;
  if (turn === null)
    return refuse(
      'floor/nobody-speaks',
      '発言中の人はいません。次の人を指名してください。',
      'Nobody has the floor. Call on the next speaker.',
    );
  const { actor } = context;
  const own = actor.kind === 'person' && actor.id === turn.who;
  if (!own && !actsForDesk(state, actor) && !presides(state, actor))
    return refuse(
      'floor/not-speaking',
      'あなたの発言中ではありません。発言しているときに終えてください。',
      'You do not have the floor. End your turn while you are speaking.',
    );
  const story = unfold(state, context);
  takeFloor(story, context.at);
  return story.accepted();
};

/** The member who has just been answered goes on (再質問) without the queue. */
function isFollowUp(state: MeetingState, who: PersonId): boolean {
  return state.floor.lastMember === who && handOf(state, who)?.kind !== 'speak';
}

/** Whether this nomination counts as one from the queue: a member's, and neither a follow-up nor a point of order. */
function isQueued(state: MeetingState, who: PersonId): boolean {
  return isMember(state, who) && !isFollowUp(state, who) && handOf(state, who)?.kind !== 'pointOfOrder';
}

/** Who stood before the named member. An official who answers passes over nobody. */
function overruledBy(state: MeetingState, who: PersonId): PersonId[] {
  if (state.rules.floor.order === 'chair' || !isMember(state, who) || isFollowUp(state, who)) return [];
  const order = orderQueue(state).lines.map((line) => line.hand.who);
  const place = order.indexOf(who);
  return place < 0 ? order : order.slice(0, place);
}

/** Two people pressed 指名 at once: one of them is told that it was done already. */
function overtaken(
  state: MeetingState,
  who: PersonId,
  seen: number | undefined,
  context: Context,
): Refusal | null {
  const { turn, turns, nomination } = state.floor;
  const has = turn?.who === who && nomination?.turn === turn.no;
  if (has && seen !== undefined && seen !== turns) return alreadyRecognized(state, who);
  if (seen !== undefined && seen !== turns)
    return refuse(
      'floor/overtaken',
      `発言者が${turn === null ? 'いなくなりました' : `${nameOf(state, turn.who)}さんに変わりました`}。画面を確かめて、もう一度指名してください。`,
      `The floor has changed${turn === null ? '' : ` to ${nameOf(state, turn.who)}`} meanwhile. Look at the screen and call again.`,
    );
  // Whoever saw the running turn and names its speaker again means it.
  if (!has || seen !== undefined) return null;
  const since = context.at - nomination.at;
  const window = nomination.by === actorName(context.actor) ? samePressMs : otherPressMs;
  return since < window ? alreadyRecognized(state, who) : null;
}

function alreadyRecognized(state: MeetingState, who: PersonId): Refusal {
  return refuse(
    'floor/already-recognized',
    `${nameOf(state, who)}さんはすでに指名されています。`,
    `${nameOf(state, who)} has been called on already.`,
  );
}

/** An official takes the floor by their own device only where the chair has named them on this item. */
function notCalled(state: MeetingState, who: PersonId, context: Context): Refusal | null {
  const { actor } = context;
  if (actor.kind !== 'person' || personOf(state, actor.id)?.role !== 'official') return null;
  if (state.floor.turn?.who === who || state.floor.recognized.includes(who)) return null;
  return refuse(
    'floor/not-recognized',
    'まだ指名されていません。議長の指名を待って発言してください。',
    'You have not been called on. Wait for the chair.',
  );
}
