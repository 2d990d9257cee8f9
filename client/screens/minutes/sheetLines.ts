import type { BlockOf, MinutesBlock } from '../../../shared/minutes/block.ts';
import type { DocumentNode, MinutesDocument, TurnNode } from '../../../shared/minutes/document.ts';

/** One piece of the printed document on the page, with the block it came from. */
export interface SheetLine {
  /** Stable while the document grows. */
  readonly key: string;
  readonly node: DocumentNode;
  readonly block: MinutesBlock | null;
}

export type Blocks = ReadonlyMap<string, MinutesBlock>;

export function blocksById(blocks: readonly MinutesBlock[]): Blocks {
  return new Map(blocks.map((block) => [block.id, block]));
}

/** The document's pieces in order. */
export function sheetLines({ nodes }: MinutesDocument, blocks: Blocks): SheetLine[] {
  const times = new Map<string, number>();
  return nodes.map((node) => {
    const id = 'block' in node ? node.block : null;
    // A block may be printed in several pieces, and much is printed that is no block.
    const name = id ?? node.kind;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return { key: `${name}.${nth}`, node, block: id === null ? null : (blocks.get(id) ?? null) };
  });
}

/** The words of a turn as they are printed, stage directions left out: what stands there until somebody types. */
export function printedWords({ paragraphs }: TurnNode): string {
  return paragraphs
    .filter(({ kind }) => kind === 'words')
    .map(({ text }) => text)
    .join('\n');
}

/** The turn of a piece; null for anything else. */
export function turnOf({ block }: Pick<SheetLine, 'block'>): BlockOf<'turn'> | null {
  return block?.type === 'turn' ? block : null;
}

/** Turns in which nobody has typed yet and in which nothing else stands. */
export function isWordless({ node, block }: SheetLine): boolean {
  return node.kind === 'turn' && block?.type === 'turn' && node.paragraphs.length === 0;
}

/** All that can be read in a piece, for finding. */
function wordsIn(node: DocumentNode): string {
  switch (node.kind) {
    case 'title':
    case 'bodyTitle':
    case 'line':
      return node.text;
    case 'header':
      return node.rows.map(({ key, lines }) => `${key} ${lines.join(' ')}`).join(' ');
    case 'heading':
      return node.lines.join('');
    case 'turn':
      return `${node.label} ${node.paragraphs.map(({ text }) => text).join(' ')}`;
    case 'signature':
      return `${node.label} ${node.name ?? ''}`;
  }
}

/** Which pieces hold the words sought, whatever their width and spacing. */
export function foundKeys(lines: readonly SheetLine[], sought: string): string[] {
  const words = plain(sought);
  return words === ''
    ? []
    : lines.filter(({ node }) => plain(wordsIn(node)).includes(words)).map(({ key }) => key);
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
