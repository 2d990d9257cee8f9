import type { ItemId } from '../meeting/agendaItem.ts';
import type { MinutesBlock } from './block.ts';

/**
 * The minutes of one meeting while they grow. `applyToMinutes` changes it in place; the blocks themselves are never
 * changed but replaced, so whoever holds one may keep it. Plain JSON, so that a snapshot needs no conversion.
 */
export interface MinutesModel {
  /** In the order they were made; `blocksInOrder` gives the reading order. */
  readonly blocks: MinutesBlock[];
  /** Where the block of a thing is in `blocks`: `turn:12`, `vote:i1#1`, `opinion:3` … */
  readonly places: Record<string, number>;
  /** How often each item has been taken up; a section counts as taken up with its first part. */
  readonly spells: Record<ItemId, number>;
  /** Where what is split off a turn next stands at the latest, by the turn's number; once something was. */
  readonly ceilings: Record<number, number>;
  /** What the meeting is at. */
  item: ItemId | null;
  /** The turn that has the floor. */
  turn: number | null;
  /** The log position of the last event folded in. */
  version: number;
}

export function emptyMinutes(): MinutesModel {
  return { blocks: [], places: {}, spells: {}, ceilings: {}, item: null, turn: null, version: 0 };
}

/** All blocks in reading order, with those that were joined into others. */
export function blocksInOrder({ blocks, ceilings }: MinutesModel): readonly MinutesBlock[] {
  return Object.keys(ceilings).length === 0 ? blocks : blocks.toSorted((a, b) => a.order - b.order);
}

/** What is new or changed since log position `from`, in reading order: what a reader who has read up to there lacks. */
export function changesSince(model: MinutesModel, from: number): MinutesBlock[] {
  return blocksInOrder(model).filter((block) => block.changed > from);
}

/** The blocks that are read: without turns that were joined into others, and decisions that stand in another's place. */
export function shownBlocks(blocks: readonly MinutesBlock[]): readonly MinutesBlock[] {
  return blocks.some(isElsewhere) ? blocks.filter((block) => !isElsewhere(block)) : blocks;
}

function isElsewhere(block: MinutesBlock): boolean {
  return (
    (block.type === 'turn' && block.joined !== null) || (block.type === 'decision' && block.moved === true)
  );
}
