import type { Context } from '../../meeting/context.ts';
import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { notInSession } from '../../meeting/inSession.ts';
import { itemOf, nameOf, personOf, unknownItem } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { actsForDesk, presides } from '../../meeting/presiding.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { finishExplanation, giveFloor } from './giveFloor.ts';
import { handOf } from './hands.ts';
import { cannotSpeak } from './speakers.ts';

export const explain: Decide<'explain'> = (state, { item, document }, context) => {
  const refusal = notInSession(state);
  if (refusal !== null) return refusal;
  if (itemOf(state, item) === undefined) return unknownItem(item);
  const { current, progress } = state.agenda;
  if (current === null || (item !== current && progress[item]?.joinedInto !== current))
    return refuse(
      'agenda/not-current',
      'この議題は審議中ではありません。議題を始めてから説明してください。',
      'This item is not on the table. Start it before it is explained.',
    );
  const who = explainer(state, item, context);
  if (who === null)
    return refuse(
      'floor/nobody-explains',
      'この議題の説明者が決まっていません。先に説明する人を指名してください。',
      'Nobody is named to explain this item. Call on the official first.',
    );
  const unable = cannotSpeak(state, who);
  if (unable !== null) return unable;
  const { turn } = state.floor;
  if (turn?.kind === 'explanation' && turn.who === who && turn.item === item)
    return refuse(
      'floor/explaining',
      `${nameOf(state, who)}さんはすでに説明中です。終わったら説明を終えてください。`,
      `${nameOf(state, who)} is already explaining. End the explanation when it is over.`,
    );
  const story = unfold(state, context);
  finishExplanation(story, context.at);
  if (handOf(state, who) !== undefined) story.happen({ type: 'HandLowered', who, cause: 'recognized' });
  giveFloor(story, who, context.at, { kind: 'explanation' });
  const began = story.state.floor.turn;
  if (began !== null)
    story.happen({ type: 'ExplanationBegan', turn: began.no, who, item, document: document ?? null });
  return story.accepted();
};

export const endExplain: Decide<'endExplain'> = (state, _command, context) => {
  const { turn } = state.floor;
  const { actor } = context;
  if (turn?.kind !== 'explanation')
    return refuse(
      'floor/not-explaining',
      '説明中の人はいません。説明を始めてから終えてください。',
      'Nobody is explaining. Begin an explanation before you end it.',
    );
  const own = actor.kind === 'person' && actor.id === turn.who;
  if (!own && !actsForDesk(state, actor) && !presides(state, actor))
    return refuse(
      'floor/not-explaining',
      `説明中なのは${nameOf(state, turn.who)}さんです。ご自分の説明のときに終えてください。`,
      `${nameOf(state, turn.who)} is explaining. End your own explanation while you give it.`,
    );
  const story = unfold(state, context);
  finishExplanation(story, context.at);
  return story.events.length === 0 ? accept() : story.accepted();
};

/**
 * Who explains: the official who acts; where the desk or the chair enters it, the official who has the floor, else
 * the item's official, else the secretary who enters it (事務局から説明).
 */
function explainer(state: MeetingState, item: string, context: Context): PersonId | null {
  const { actor } = context;
  if (actor.kind === 'person' && personOf(state, actor.id)?.role === 'official') return actor.id;
  const speaking = state.floor.turn?.who;
  if (speaking !== undefined && personOf(state, speaking)?.role === 'official') return speaking;
  const official = itemOf(state, item)?.official;
  if (official !== undefined) return official;
  if (actor.kind === 'person' && actsForDesk(state, actor)) return actor.id;
  return state.roster.order.find((id) => state.roster.people[id]?.role === 'secretariat') ?? null;
}
