import type { ItemId } from '../meeting/agendaItem.ts';

/*
 * The minutes as a body prints them, before any file format: what stands in which order, already worded. Text,
 * Markdown, HTML and Word are made from this one tree and so say the same.
 */

export interface MinutesDocument {
  /** The meeting's title, for file names and properties. */
  readonly title: string;
  /** The body whose minutes they are. */
  readonly author: string;
  readonly font: 'mincho' | 'gothic';
  readonly nodes: readonly DocumentNode[];
}

export type DocumentNode =
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'header';
      readonly form: 'table' | 'lines';
      readonly rows: readonly { readonly key: string; readonly lines: readonly string[] }[];
    }
  | { readonly kind: 'bodyTitle'; readonly text: string; readonly newPage: boolean }
  | {
      readonly kind: 'heading';
      /** From 1. */
      readonly level: number;
      readonly lines: readonly string[];
      readonly item: ItemId;
      /** The block it came from; null where none is. */
      readonly block: string | null;
    }
  | TurnNode
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly role: 'stage' | 'event' | 'sentence' | 'opening' | 'closing';
      readonly align: 'left' | 'center' | 'right';
      /** The block it came from; null for what the profile says by itself. */
      readonly block: string | null;
    }
  | { readonly kind: 'signature'; readonly label: string; readonly name: string | null };

/** A turn (発言), or a question or an answer in writing: a label and what was said. */
export interface TurnNode {
  readonly kind: 'turn';
  /** The block it came from. */
  readonly block: string;
  readonly label: string;
  /** The label stands on a line of its own. */
  readonly ownLine: boolean;
  /** Between label and words, between label and stage direction, and before each further paragraph. */
  readonly gap: string;
  readonly stageGap: string;
  readonly indent: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  readonly kind: 'words' | 'stage';
  readonly text: string;
  /** The stage direction's own block; null for what belongs to the turn. */
  readonly block: string | null;
}

/** The lines of a turn as they are printed: the label with the first paragraph, then the others. */
export function turnLines(turn: TurnNode): string[] {
  const [first, ...rest] = turn.paragraphs;
  const others = rest.map(({ kind, text }) => (kind === 'stage' ? text : turn.indent + text));
  if (first === undefined) return [turn.label];
  if (turn.ownLine)
    return [turn.label, first.kind === 'stage' ? first.text : turn.indent + first.text, ...others];
  const gap = first.kind === 'stage' ? turn.stageGap : turn.gap;
  return [turn.label === '' ? first.text : turn.label + gap + first.text, ...others];
}

/** Every text of a document, passed through `change`. */
export function mapTexts(node: DocumentNode, change: (text: string) => string): DocumentNode {
  switch (node.kind) {
    case 'title':
    case 'bodyTitle':
    case 'line':
      return { ...node, text: change(node.text) };
    case 'header':
      return {
        ...node,
        rows: node.rows.map(({ key, lines }) => ({ key: change(key), lines: lines.map(change) })),
      };
    case 'heading':
      return { ...node, lines: node.lines.map(change) };
    case 'turn':
      return {
        ...node,
        label: change(node.label),
        paragraphs: node.paragraphs.map((one) => ({ ...one, text: change(one.text) })),
      };
    case 'signature':
      return { ...node, label: change(node.label), name: node.name === null ? null : change(node.name) };
  }
}
