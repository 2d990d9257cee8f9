import type { ItemId } from '../../meeting/agendaItem.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { BlockOf, BlockType, MinutesBlock } from '../block.ts';
import type { Profile } from '../profile/schema.ts';

/** What a document is made from. */
export interface MinutesSource {
  readonly state: MeetingState;
  readonly blocks: readonly MinutesBlock[];
  readonly profile: Profile;
  /**
   * `published` (配布用) is what the profile prints and masks what was withdrawn; `record` (原本) also names everybody
   * and keeps what was withdrawn and corrected, marked as such.
   */
  readonly copy: 'published' | 'record';
}

/** The blocks of one type of one item, in reading order. */
export function blocksOf<T extends BlockType>(source: MinutesSource, item: ItemId, type: T): BlockOf<T>[] {
  return source.blocks.filter((block): block is BlockOf<T> => block.type === type && block.item === item);
}
