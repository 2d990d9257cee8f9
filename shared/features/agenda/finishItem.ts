import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { watchQuorum } from '../attendance/quorumEvents.ts';
import { finishRecusal } from '../attendance/recuse.ts';
import { isRecused } from '../../meeting/recusal.ts';
import { finishExplanation } from '../floor/giveFloor.ts';

/** An item leaves the table: hands come down, exclusions from it end. */
export function finishItem(story: Unfolding, item: ItemId, at: number): void {
  finishExplanation(story, at);
  lowerAllHands(story);
  const excluded = Object.keys(story.state.attendance.recusals).filter((who) =>
    isRecused(story.state, who, item),
  );
  story.happen({ type: 'ItemEnded', item });
  for (const who of excluded) finishRecusal(story, who);
  watchQuorum(story, at);
}

export function lowerAllHands(story: Unfolding): void {
  for (const { who } of story.state.floor.hands)
    story.happen({ type: 'HandLowered', who, cause: 'itemEnded' });
}
