import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import type { MinutesDocument, TurnNode } from '../../../shared/minutes/document.ts';

/** A turn that the record (原本) and the published copy (配布用) print differently. */
export interface Difference {
  readonly block: string;
  /** When it was spoken, epoch ms; null where the block is not known yet. */
  readonly at: number | null;
  readonly published: { readonly label: string; readonly lines: readonly string[] };
  readonly record: { readonly label: string; readonly lines: readonly string[] };
  /** What only the record says beside the words: who corrected or withdrew what, and why. */
  readonly notes: readonly string[];
  readonly withdrawn: boolean;
  readonly corrected: boolean;
  readonly respoken: boolean;
}

export interface Differences {
  readonly turns: readonly Difference[];
  /** Turns that differ only in that the record names who spoke. */
  readonly named: readonly { readonly block: string; readonly published: string; readonly record: string }[];
}

/** What a reader of the published copy is not told, turn by turn in reading order. */
export function differencesOf(
  published: MinutesDocument,
  record: MinutesDocument,
  blocks: ReadonlyMap<string, MinutesBlock>,
): Differences {
  const theirs = new Map(turnsOf(published).map((turn) => [turn.block, turn]));
  const turns: Difference[] = [];
  const named: Differences['named'][number][] = [];
  for (const turn of turnsOf(record)) {
    const block = blocks.get(turn.block);
    const other = theirs.get(turn.block);
    const known = block?.type === 'turn' ? block : null;
    const [withdrawn, corrected, respoken] = [
      (known?.withdrawn ?? null) !== null,
      (known?.corrections.length ?? 0) > 0,
      (known?.speakerCorrections.length ?? 0) > 0,
    ];
    const lines = linesOf(turn);
    const shown = other === undefined ? [] : linesOf(other);
    if (withdrawn || corrected || respoken || lines.join('\n') !== shown.join('\n'))
      turns.push({
        block: turn.block,
        at: block?.at ?? null,
        published: { label: other?.label.trim() ?? '', lines: shown },
        record: { label: turn.label.trim(), lines: lines.filter((line) => !isNote(line)) },
        notes: lines.filter(isNote),
        withdrawn,
        corrected,
        respoken,
      });
    else if (other !== undefined && other.label !== turn.label)
      named.push({ block: turn.block, published: other.label.trim(), record: turn.label.trim() });
  }
  return { turns, named };
}

function turnsOf({ nodes }: MinutesDocument): TurnNode[] {
  return nodes.filter((node): node is TurnNode => node.kind === 'turn');
}

function linesOf({ paragraphs }: TurnNode): string[] {
  return paragraphs.map(({ text }) => text);
}

/** The record's own notes stand in brackets of their own. */
function isNote(line: string): boolean {
  return line.startsWith('〔') && line.endsWith('〕');
}
