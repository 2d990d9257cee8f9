import type { DocumentNode, MinutesDocument, TurnNode } from './document.ts';
import { inline } from './markdownText.ts';
import type { MeetingReport } from './report/report.ts';
import { reportToMarkdown } from './report/toMarkdown.ts';

/**
 * The document as Markdown (CommonMark with tables). What people typed cannot become markup. A report follows as an annex
 * (資料).
 */
export function minutesToMarkdown({ nodes }: MinutesDocument, report?: MeetingReport): string {
  const annex = report === undefined ? [] : reportToMarkdown(report);
  return [...nodes.map(block), ...annex].join('\n\n') + '\n';
}

function block(node: DocumentNode): string {
  switch (node.kind) {
    case 'title':
      return `# ${inline(node.text)}`;
    case 'header':
      return [
        '| | |',
        '|---|---|',
        ...node.rows.map(({ key, lines }) => `| ${inline(key)} | ${lines.map(inline).join('<br>')} |`),
      ].join('\n');
    case 'bodyTitle':
      return `## ${inline(node.text)}`;
    case 'heading':
      return `${'#'.repeat(Math.min(node.level + 2, 6))} ${node.lines.map(inline).join('<br>')}`;
    case 'turn':
      return turn(node);
    case 'line':
      return inline(node.text);
    case 'signature':
      return `${inline(node.label)}: ${node.name === null ? '\\_'.repeat(8) : inline(node.name)}`;
  }
}

function turn({ label, gap, stageGap, ownLine, paragraphs: [first, ...rest] }: TurnNode): string {
  const bold = label.trim() === '' ? '' : `**${inline(label.trim())}**`;
  const others = rest.map(({ text }) => inline(text));
  if (first === undefined) return bold;
  if (ownLine) return [bold, inline(first.text), ...others].join('\n\n');
  const between = bold === '' ? '' : first.kind === 'stage' ? stageGap : gap;
  return [bold + between + inline(first.text), ...others].join('\n\n');
}
