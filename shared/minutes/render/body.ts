import type { ItemId } from '../../meeting/agendaItem.ts';
import type { MinutesBlock } from '../block.ts';
import type { DocumentNode } from '../document.ts';
import { partNodes, partsFor } from './itemParts.ts';
import type { MinutesSource } from './source.ts';

/** The body in the order of the log: a stretch for each time an item was taken up, and what was outside any item. */
export function bodyInLogOrder(source: MinutesSource): DocumentNode[] {
  const { body } = source.profile;
  const stretches = stretchesOf(source.blocks);
  const lastOf = new Map(stretches.map(({ item }, index) => [item, index]));
  return stretches.flatMap(({ item, blocks, heading }, index) => {
    if (item === null) return body.outside.flatMap((part) => partNodes(source, part, null, blocks));
    // What is said about an item as a whole stands at the end of it.
    const parts = partsFor(source, item).filter(
      (part) =>
        lastOf.get(item) === index ||
        part.part === 'heading' ||
        part.part === 'turns' ||
        part.part === 'notes',
    );
    return parts.flatMap((part) => withHeading(partNodes(source, part, item, blocks), heading));
  });
}

/** The body in the agenda's order, each item once, with everything that was said and recorded about it. */
export function bodyInAgendaOrder(source: MinutesSource): DocumentNode[] {
  const { state } = source;
  const taken = new Set(source.blocks.flatMap(({ type, item }) => (type === 'heading' ? (item ?? []) : [])));
  const isWritten = state.info.mode === 'written';
  return state.agenda.order.flatMap((item) => {
    if ((state.agenda.progress[item]?.joinedInto ?? null) !== null) return [];
    if (!isWritten && !taken.has(item)) return [];
    const blocks = source.byItem.get(item) ?? [];
    const heading = blocks.find(({ type }) => type === 'heading')?.id ?? null;
    return partsFor(source, item).flatMap((part) =>
      withHeading(partNodes(source, part, item, blocks), heading),
    );
  });
}

/** Headings say which block they came from. */
function withHeading(nodes: readonly DocumentNode[], block: string | null): DocumentNode[] {
  return nodes.map((node) => (node.kind === 'heading' ? { ...node, block } : node));
}

interface Stretch {
  readonly item: ItemId | null;
  /** The block of its heading. */
  readonly heading: string | null;
  readonly blocks: MinutesBlock[];
}

function stretchesOf(blocks: readonly MinutesBlock[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const block of blocks) {
    const last = stretches.at(-1);
    if (block.type === 'heading') stretches.push({ item: block.item, heading: block.id, blocks: [] });
    else if (followsLog(block) && block.item === null && last?.item !== null)
      stretches.push({ item: null, heading: null, blocks: [block] });
    else if (last === undefined) stretches.push({ item: null, heading: null, blocks: [block] });
    else last.blocks.push(block);
  }
  return stretches;
}

/** Blocks that are printed where they happened; the others are gathered under their item. */
function followsLog({ type }: MinutesBlock): boolean {
  return (
    type === 'turn' || type === 'stage' || type === 'attendance' || type === 'conduct' || type === 'note'
  );
}
