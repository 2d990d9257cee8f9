import { letGo } from '../attendance/depart.ts';
import { watchQuorum } from '../attendance/quorumEvents.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import { accept } from '../../meeting/decider.ts';
import type { Decide } from '../../meeting/decider.ts';
import { heldInWriting, whileVoting } from '../../meeting/inSession.ts';
import { itemOf, membersOf, seatOf, unknownItem } from '../../meeting/lookup.ts';
import { closedBecause, keptOut } from '../../meeting/publicity.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { progressOf } from './clock.ts';

/** 非公開: by the body's decision, with its reason (鹿沼市: a majority of the members present). */
export const closeToPublic: Decide<'closeToPublic'> = (state, { item, reason }, context) => {
  const refusal = cannotChange(state, item);
  if (refusal !== null) return refusal;
  if (!state.info.public.open)
    return refuse(
      'agenda/meeting-closed',
      'この会議は、全体が非公開です。議題ごとに非公開にする必要はありません。',
      'The whole meeting is closed to the public. Its items need not be closed.',
    );
  const own = itemOf(state, item)?.public;
  if (own?.open === false && own.reason === reason) return accept();
  const story = unfold(state, context);
  story.happen({ type: 'ItemClosedToPublic', item, reason });
  sendOutOnline(story, context.at);
  watchQuorum(story, context.at);
  return story.accepted();
};

export const openToPublic: Decide<'openToPublic'> = (state, { item }, context) => {
  const refusal = cannotChange(state, item);
  if (refusal !== null) return refusal;
  if (itemOf(state, item)?.public?.open !== false) return accept();
  const story = unfold(state, context);
  story.happen({ type: 'ItemOpenedToPublic', item });
  watchQuorum(story, context.at);
  return story.accepted();
};

/** Who is online lets go of hand and floor where the rules keep them out of what is closed. */
export function sendOutOnline(story: Unfolding, at: number): void {
  const { current } = story.state.agenda;
  if (closedBecause(story.state, current) === null) return;
  for (const who of membersOf(story.state)) {
    const { presence, channel } = seatOf(story.state, who);
    if (presence === 'present' && keptOut(story.state, channel, current)) letGo(story, who, at);
  }
}

function cannotChange(state: MeetingState, item: ItemId): Refusal | null {
  if (state.info.mode === 'written') return heldInWriting();
  if (itemOf(state, item) === undefined) return unknownItem(item);
  if (progressOf(state, item).status === 'ended')
    return refuse(
      'agenda/item-ended',
      'この議題は終わっています。公開か非公開かは、終わる前に決めてください。',
      'This item has ended. Whether it is public is decided before its end.',
    );
  return whileVoting(state, 'agenda/vote-open', {
    ja: '公開・非公開を変えられません。採決が終わってから操作してください。',
    en: 'nothing can be closed or opened to the public. Do it after the vote.',
  });
}
