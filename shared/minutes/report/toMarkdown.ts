import { inline } from '../markdownText.ts';
import { printable } from '../printable.ts';
import type { Cell, Table } from '../tables.ts';
import { annexTables } from './annexTables.ts';
import type { MeetingReport } from './report.ts';
import { reportWords, tablesAnnexTitle } from './words.ts';

/** The report behind minutes in Markdown: its tables, in blocks. What people typed cannot become markup. */
export function reportToMarkdown(report: MeetingReport): string[] {
  return [
    `## ${tablesAnnexTitle}`,
    ...annexTables(report, reportWords).flatMap((table) => [`### ${inline(table.name)}`, written(table)]),
  ];
}

function written({ columns, rows }: Table): string {
  const text = (cell: Cell) => (typeof cell === 'number' ? String(cell) : inline(printable(cell ?? '')));
  const row = (cells: readonly Cell[]) => `| ${cells.map(text).join(' | ')} |`;
  const sides = columns.map((_, at) =>
    rows.some((cells) => typeof cells[at] === 'number') ? '---:' : '---',
  );
  return [row(columns), `|${sides.join('|')}|`, ...rows.map(row)].join('\n');
}
