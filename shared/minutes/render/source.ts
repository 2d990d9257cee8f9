import type { ItemId } from '../../meeting/agendaItem.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { BlockOf, BlockType, MinutesBlock } from '../block.ts';
import { shownBlocks } from '../model.ts';
import type { Profile } from '../profile/schema.ts';
import { grouped } from './grouped.ts';

/** What a document is made from. */
export interface MinutesInput {
  readonly state: MeetingState;
  readonly blocks: readonly MinutesBlock[];
  readonly profile: Profile;
  /**
   * `published` (配布用) is what the profile prints, masks what was withdrawn and leaves out what was closed; `record` (原本) also names everybody
   * and keeps what was withdrawn and corrected, marked as such.
   */
  readonly copy?: 'published' | 'record' | undefined;
}

export interface MinutesSource extends Required<MinutesInput> {
  /** The turn in which a turn's words stand: another one where it was joined. */
  readonly shownIn: (turn: number | null) => number | null;
  readonly byItem: ReadonlyMap<ItemId | null, readonly MinutesBlock[]>;
  /** The votes that were reported or declared in a turn. */
  readonly votesByTurn: ReadonlyMap<number | null, readonly BlockOf<'vote'>[]>;
}

export function sourceOf({ copy = 'published', ...input }: MinutesInput): MinutesSource {
  const blocks = shownBlocks(input.blocks);
  const votes = blocks.filter((block) => block.type === 'vote');
  const joined = new Map(
    input.blocks.flatMap((block) =>
      block.type === 'turn' && block.joined !== null ? [[block.turn, block.joined.into]] : [],
    ),
  );
  const shownIn = (turn: number | null): number | null => {
    let at = turn;
    while (at !== null && joined.has(at)) at = joined.get(at) ?? null;
    return at;
  };
  return {
    ...input,
    blocks,
    copy,
    shownIn,
    byItem: grouped(blocks, ({ item }) => [item]),
    votesByTurn: grouped(votes, ({ reportTurn, declareTurn }) => [
      ...new Set([shownIn(reportTurn), shownIn(declareTurn)]),
    ]),
  };
}

/** What is part of what was said, not of what came of it. */
const saidInside: ReadonlySet<BlockType> = new Set([
  'opinion',
  'promise',
  'motion',
  'question',
  'answer',
  'note',
] as const);

/** What happened behind closed doors stays out of the published copy. */
export function isHidden({ copy }: MinutesSource, { closed }: MinutesBlock): boolean {
  return copy === 'published' && closed === true;
}

/** The blocks of one type of one item, in reading order. */
export function blocksOf<T extends BlockType>(source: MinutesSource, item: ItemId, type: T): BlockOf<T>[] {
  const blocks = source.byItem.get(item) ?? [];
  return blocks.filter(
    (block): block is BlockOf<T> => block.type === type && !(isHidden(source, block) && saidInside.has(type)),
  );
}
