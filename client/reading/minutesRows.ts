import type { MinutesRow } from '../components/minutesRow.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { nameOf, type People } from './people.ts';

/** Blocks that are bookkeeping of the desk and not part of what a reader follows. */
const unread: ReadonlySet<MinutesBlock['type']> = new Set(['note']);
/** What is a line although nobody has typed anything: a turn has its speaker. Of the rest an empty line tells nothing. */
const withoutWords: ReadonlySet<MinutesBlock['type']> = new Set(['heading', 'turn']);

/**
 * The minutes' blocks as lines of a narrow list, in reading order. `blank` stands where a turn has no words yet.
 */
export function minutesRows(blocks: readonly MinutesBlock[], people: People, blank: string): MinutesRow[] {
  const last = blocks.findLast((block) => block.type === 'turn');
  return blocks
    .filter((block) => !unread.has(block.type) && (block.text !== '' || withoutWords.has(block.type)))
    .map((block): MinutesRow => {
      const row = { id: block.id, at: block.at, text: block.text };
      if (block.type === 'heading') return { ...row, kind: 'heading' };
      if (block.type === 'turn') {
        return {
          ...row,
          kind: 'turn',
          label: block.speaker === null ? undefined : nameOf(people, block.speaker),
          blank,
          withdrawn: block.withdrawn !== null,
          current: block === last && block.endedAt === null,
        };
      }
      return { ...row, kind: 'stage' };
    });
}
