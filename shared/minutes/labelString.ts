import type { MinutesBlock } from './block.ts';
import { shownBlocks } from './model.ts';

type Speaker = 'chair' | 'member' | 'official' | 'secretariat' | 'observer';

const letters: Readonly<Record<Speaker, string>> = {
  chair: 'C',
  member: 'M',
  official: 'K',
  secretariat: 'K',
  observer: 'O',
};

/**
 * The order of labels in these blocks as one string: C for the chair, M a member, K an official or the secretariat,
 * X an explanation, [+] and [-] where the ayes and the noes were called. Two documents with the same string have the
 * same turns in the same order, whatever was said. `other` gives other letters to some roles.
 */
export function labelString(
  blocks: readonly MinutesBlock[],
  other: Partial<Readonly<Record<Speaker | 'explanation', string>>> = {},
): string {
  return shownBlocks(blocks)
    .map((block) => {
      if (block.type === 'turn')
        return block.explanation === null
          ? (other[block.role] ?? letters[block.role])
          : (other.explanation ?? 'X');
      if (block.type !== 'stage' || block.direction !== 'call') return '';
      return block.choice === 'yes' ? '[+]' : block.choice === 'no' ? '[-]' : '';
    })
    .join('');
}
