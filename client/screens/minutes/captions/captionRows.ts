import { nameOf } from '../../../reading/people.ts';
import type { People } from '../../../reading/people.ts';
import type { TakenTurn } from '../../../../shared/captions/takeOver.ts';
import type { BlockOf, MinutesBlock } from '../../../../shared/minutes/block.ts';

/** One turn of the preview: what it says now and what the captions would put there. */
export interface CaptionRow {
  readonly turn: number;
  readonly at: number;
  readonly name: string;
  readonly words: string;
  readonly caption: string;
  /** `fills`: the words go in. `stays`: it has words of its own; `below` where they are wanted under those. */
  readonly fate: 'fills' | 'stays' | 'below' | 'same';
}

export function captionRows(
  turns: readonly TakenTurn[],
  blocks: readonly MinutesBlock[],
  people: People,
  add: ReadonlySet<number>,
): CaptionRow[] {
  const byTurn = new Map(
    blocks
      .filter((block): block is BlockOf<'turn'> => block.type === 'turn')
      .map((block) => [block.turn, block] as const),
  );
  return turns.flatMap(({ turn, text }): CaptionRow[] => {
    const block = byTurn.get(turn);
    if (block === undefined) return [];
    const { at, speaker, text: words } = block;
    const fate =
      words === text
        ? 'same'
        : words === '' || text.startsWith(words)
          ? 'fills'
          : add.has(turn)
            ? 'below'
            : 'stays';
    return [{ turn, at, name: speaker === null ? '' : nameOf(people, speaker), words, caption: text, fate }];
  });
}
