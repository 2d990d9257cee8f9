import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { isOver, notInSession, whileVoting } from '../../meeting/inSession.ts';
import { itemOf, unknownItem } from '../../meeting/lookup.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { isRecused } from '../../meeting/recusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { letGo } from '../attendance/depart.ts';
import { standIn } from '../attendance/recuse.ts';
import { watchQuorum } from '../attendance/quorumEvents.ts';
import { giveChairFloor } from '../floor/giveFloor.ts';
import { raiseNoticed } from '../floor/notices.ts';
import { itemProblem } from '../plan/checkPlan.ts';
import { progressOf } from './clock.ts';
import { sendOutOnline } from './publicity.ts';
import { finishItem, lowerAllHands } from './finishItem.ts';

export const startItem: Decide<'startItem'> = (state, { item }, context) => {
  const refusal = notInSession(state);
  if (refusal !== null) return refusal;
  const wanted = itemOf(state, item);
  if (wanted === undefined) return unknownItem(item);
  const { current } = state.agenda;
  if (current !== null) {
    const running = itemOf(state, current)?.title ?? current;
    return refuse(
      'agenda/item-running',
      `「${running}」を審議中です。先にその議題を終えてください。`,
      `“${running}” is on the table. End it first.`,
    );
  }
  const { joinedInto } = progressOf(state, item);
  if (joinedInto !== null) {
    const lead = itemOf(state, joinedInto)?.title ?? joinedInto;
    return refuse(
      'agenda/joined',
      `この議題は「${lead}」と一括して審議します。そちらを始めてください。`,
      `This item is taken together with “${lead}”. Start that one.`,
    );
  }
  const story = unfold(state, context);
  lowerAllHands(story);
  story.happen({ type: 'ItemStarted', item });
  if (!excludeFromTable(story, state, context.at)) return nobodyToPreside();
  sendOutOnline(story, context.at);
  giveChairFloor(story, context, true);
  if (progressOf(state, item).startedAt === null) raiseNoticed(story, item);
  watchQuorum(story, context.at);
  return story.accepted();
};

export const endItem: Decide<'endItem'> = (state, { item }, context) => {
  const refusal = notInSession(state);
  if (refusal !== null) return refusal;
  if (itemOf(state, item) === undefined) return unknownItem(item);
  if (state.agenda.current !== item)
    return refuse(
      'agenda/not-current',
      'この議題は審議中ではありません。審議中の議題を選んでください。',
      'This item is not on the table. Choose the one that is.',
    );
  const busy = whileVoting(state, 'agenda/vote-open', {
    ja: '議題を終えられません。採決を締め切るか、取り消してください。',
    en: 'the item cannot end. Close the vote or void it.',
  });
  if (busy !== null) return busy;
  const story = unfold(state, context);
  finishItem(story, item, context.at);
  return story.accepted();
};

export const addItem: Decide<'addItem'> = (state, { item, after }) => {
  const { status } = state.conduct;
  if (status === 'closed' || status === 'adjourned') return isOver();
  if (after !== undefined && itemOf(state, after) === undefined) return unknownItem(after);
  const problem = itemProblem(item, state.agenda.items, state.roster.people);
  if (problem !== null) return refuse('agenda/bad-item', problem.ja, problem.en);
  return accept({ type: 'ItemAdded', item, after: after ?? null });
};

export const joinItems: Decide<'joinItems'> = (state, { items, title }, context) => {
  const { status } = state.conduct;
  if (status === 'closed' || status === 'adjourned') return isOver();
  const unknown = items.find((id) => itemOf(state, id) === undefined);
  if (unknown !== undefined) return unknownItem(unknown);
  if (new Set(items).size !== items.length)
    return refuse(
      'agenda/joined-twice',
      '同じ議題が二度選ばれています。異なる議題を選んでください。',
      'The same item is chosen twice. Choose different items.',
    );
  const taken = items.find((id, index) => {
    const { status: progress } = progressOf(state, id);
    return progress !== 'planned' && !(index === 0 && progress === 'current');
  });
  if (taken !== undefined) {
    const name = itemOf(state, taken)?.title ?? taken;
    return refuse(
      'agenda/not-planned',
      `「${name}」はすでに始まったか、一括されています。一括できるのは、まだ始めていない議題です。`,
      `“${name}” has been started or joined already. Only items not yet started can be taken together.`,
    );
  }
  const busy = whileVoting(state, 'agenda/vote-open', {
    ja: '議題を一括にできません。採決が終わってから操作してください。',
    en: 'items cannot be joined. Do it after the vote.',
  });
  if (busy !== null) return busy;
  const story = unfold(state, context);
  story.happen({ type: 'ItemsJoined', items, title: title ?? null });
  // What joins the item on the table brings its exclusions with it.
  if (!excludeFromTable(story, state, context.at)) return nobodyToPreside();
  watchQuorum(story, context.at);
  return story.accepted();
};

/** Whoever has just become excluded goes; false: one of them presides and nobody is there instead. */
function excludeFromTable(story: Unfolding, before: MeetingState, at: number): boolean {
  const leader = presidingPerson(before);
  for (const who of Object.keys(before.attendance.recusals)) {
    if (isRecused(before, who, before.agenda.current)) continue;
    if (!isRecused(story.state, who, story.state.agenda.current)) continue;
    if (story.state.rules.recusal.mode === 'leave') letGo(story, who, at);
    if (who === leader && !standIn(story, who)) return false;
  }
  return true;
}

function nobodyToPreside(): Refusal {
  return refuse(
    'attendance/nobody-to-preside',
    '議事を進める人がこの議題から除斥されています。代わりに進める人を先に指定してください。',
    'Whoever presides is excluded from this item. Name who presides instead first.',
  );
}
