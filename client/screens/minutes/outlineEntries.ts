import type { AgendaLine } from '../../../shared/views/types/agendaLine.ts';
import type { MinutesBlock } from '../../../shared/minutes/block.ts';
import type { SheetLine } from './sheetLines.ts';
import { isWordless } from './sheetLines.ts';
import type { SheetNote } from './sheetNotes.ts';

/** One entry of the list at the left: a part of the document, and how far it is. */
export interface OutlineEntry {
  readonly key: string;
  readonly kind: 'part' | 'section';
  readonly number: string;
  readonly title: string;
  /** The piece of the document to go to; null while there is none. */
  readonly goTo: string | null;
  readonly turns: number;
  readonly wordless: number;
  readonly corrections: number;
  readonly promises: number;
  /** 承認 16–2, once declared. */
  readonly result: { readonly yes: number; readonly no: number } | null;
  readonly outcome: AgendaLine['outcome'];
  readonly current: boolean;
  readonly planned: boolean;
}

interface Source {
  readonly agenda: readonly AgendaLine[];
  readonly blocks: readonly MinutesBlock[];
  readonly lines: readonly SheetLine[];
  readonly notes: readonly SheetNote[];
}

/** The agenda as the document has it; sections are headings of the list. */
export function outlineEntries({ agenda, blocks, lines, notes }: Source): OutlineEntry[] {
  const sections = new Set(agenda.flatMap(({ parent }) => parent ?? []));
  return agenda
    .filter(({ status }) => status !== 'joined')
    .map((line): OutlineEntry => {
      const own = lines.filter(({ block }) => block?.item === line.id);
      const vote = blocks.findLast(
        (block) => block.type === 'vote' && block.item === line.id && block.phase === 'declared',
      );
      const counts = vote?.type === 'vote' ? vote.counts : null;
      return {
        key: line.id,
        kind: line.kind === 'section' || sections.has(line.id) ? 'section' : 'part',
        number: line.number,
        title: line.short ?? line.title,
        goTo:
          lines.find(({ node }) => node.kind === 'heading' && node.item === line.id)?.key ??
          own[0]?.key ??
          null,
        turns: own.filter(({ node, block }) => node.kind === 'turn' && block?.type === 'turn').length,
        wordless: own.filter(isWordless).length,
        corrections: notes.filter(({ kind, item }) => kind === 'correction' && item === line.id).length,
        promises: notes.filter(({ kind, item }) => kind === 'promise' && item === line.id).length,
        result: counts === null ? null : { yes: counts.yes, no: counts.no },
        outcome: line.outcome,
        current: line.status === 'current',
        planned: line.status === 'planned',
      };
    });
}
