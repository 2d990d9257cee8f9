import type { DocumentNode, MinutesDocument } from './document.ts';
import { turnLines } from './document.ts';
import type { MeetingReport } from './report/report.ts';
import { reportToText } from './report/toText.ts';

const blank = '　';

/**
 * The document as plain text, a blank line between its parts. A report follows as an annex (資料). Ends with a line break.
 */
export function minutesToText({ nodes }: MinutesDocument, report?: MeetingReport): string {
  const parts: string[] = [];
  let before: DocumentNode | null = null;
  for (const node of nodes) {
    if (before !== null && !together(before, node)) parts.push('');
    parts.push(...lines(node));
    before = node;
  }
  if (report !== undefined) parts.push('', '', ...reportToText(report));
  return parts.map((line) => line.trimEnd()).join('\n') + '\n';
}

/** A key and its lines to the right of it, one below the other. */
function beside(key: string, [first = '', ...rest]: readonly string[]): string[] {
  const indent = blank.repeat([...key].length + 1);
  return [key + blank + first, ...rest.map((line) => indent + line)];
}

function lines(node: DocumentNode): string[] {
  switch (node.kind) {
    case 'title':
    case 'bodyTitle':
      return [node.text];
    case 'header':
      return node.rows.flatMap((row, index) => [
        ...(index === 0 ? [] : ['']),
        ...(node.form === 'table' ? beside(row.key, row.lines) : [row.key, ...row.lines]),
      ]);
    case 'heading':
      return [...node.lines];
    case 'turn':
      return turnLines(node);
    case 'line':
      return [node.align === 'left' ? node.text : blank.repeat(node.align === 'right' ? 32 : 16) + node.text];
    case 'signature':
      return [node.label + blank + (node.name ?? '＿'.repeat(10))];
  }
}

/** Lines of one list, and two headings in a row, stand together. */
function together(before: DocumentNode, node: DocumentNode): boolean {
  if (before.kind === 'heading') return node.kind === 'heading';
  return before.kind === node.kind && (node.kind === 'line' || node.kind === 'title');
}
