import type { ItemId } from '../meeting/agendaItem.ts';
import type { MinutesBlock } from './block.ts';

/**
 * The minutes of one meeting while they grow. `applyToMinutes` changes it in place; the blocks themselves are never
 * changed but replaced, so whoever holds one may keep it. Plain JSON, so that a snapshot needs no conversion.
 */
export interface MinutesModel {
  /** In reading order. */
  readonly blocks: MinutesBlock[];
  /** Where the block of a thing is in `blocks`: `turn:12`, `vote:i1#1`, `opinion:3` … */
  readonly places: Record<string, number>;
  /** How often each item has been taken up; a section counts as taken up with its first part. */
  readonly spells: Record<ItemId, number>;
  /** What the meeting is at. */
  item: ItemId | null;
  /** The turn that has the floor. */
  turn: number | null;
  /** The log position of the last event folded in. */
  version: number;
}

export function emptyMinutes(): MinutesModel {
  return { blocks: [], places: {}, spells: {}, item: null, turn: null, version: 0 };
}

/** What is new or changed since log position `from`, in reading order: what a reader who has read up to there lacks. */
export function changesSince(model: MinutesModel, from: number): MinutesBlock[] {
  return model.blocks.filter((block) => block.changed > from);
}
