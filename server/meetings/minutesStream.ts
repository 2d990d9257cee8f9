import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { applyToMinutes } from '../../shared/minutes/fold.ts';
import type { MinutesModel } from '../../shared/minutes/model.ts';
import { blocksInOrder, changesSince, emptyMinutes } from '../../shared/minutes/model.ts';

/** The minutes of one meeting, folded from its log and growing with it. */
export class MinutesStream {
  readonly model: MinutesModel = emptyMinutes();
  #state: MeetingState | null = null;

  /** The log position that the minutes have reached. */
  get version(): number {
    return this.model.version;
  }

  /** Takes in the events that follow, and gives the blocks that are new or were replaced, each once. */
  apply(events: readonly MeetingEvent[]): readonly MinutesBlock[] {
    const changed = new Map<string, MinutesBlock>();
    for (const event of events) {
      this.#state = this.#state === null ? replay([event]) : evolve(this.#state, event);
      for (const block of applyToMinutes(this.model, event, this.#state)) changed.set(block.id, block);
    }
    return [...changed.values()];
  }

  /** What a reader who has read up to log position `from` lacks, in reading order. */
  since(from: number): readonly MinutesBlock[] {
    return from === 0 ? blocksInOrder(this.model) : changesSince(this.model, from);
  }
}

const desksOwn: ReadonlySet<MinutesBlock['type']> = new Set(['note', 'decision', 'captions'] as const);

/** Who reads the minutes while they grow: the desk, those who take part, or the public. */
export type MinutesReaders = 'desk' | 'all' | 'public';

/** Of an item closed to the public these are public all the same: that it was taken up, and what came of it. */
const publicAnyway: ReadonlySet<MinutesBlock['type']> = new Set(['heading', 'vote', 'conclusion'] as const);

/**
 * The blocks as these readers may see them. Outside of the desk there are no notes of the desk's own, nothing that was
 * kept of captions, no words that were withdrawn, and no earlier wordings; of a meeting in writing, nobody's decision
 * and no asker's name. The public reads nothing that was said while an item was closed to it.
 */
export function blocksFor(readers: MinutesReaders, blocks: readonly MinutesBlock[]): readonly MinutesBlock[] {
  if (readers === 'desk') return blocks;
  const read = blocks.filter(({ type }) => !desksOwn.has(type)).map(asRead);
  return readers === 'all'
    ? read
    : read.filter(({ type, closed }) => closed !== true || publicAnyway.has(type));
}

function asRead(block: MinutesBlock): MinutesBlock {
  if (block.type === 'question') return { ...block, speaker: null };
  if (block.type !== 'turn') return block;
  const isHidden = block.withdrawn !== null || block.joined !== null;
  return {
    ...block,
    text: isHidden ? '' : block.text,
    // That it was withdrawn is no secret; why, is the record's.
    withdrawn: block.withdrawn && { ...block.withdrawn, why: '' },
    corrections: [],
    speakerCorrections: [],
    edited: null,
    undo: null,
    redo: null,
  };
}
