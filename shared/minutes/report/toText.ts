import { printable } from '../printable.ts';
import type { Cell, Table } from '../tables.ts';
import { annexTables } from './annexTables.ts';
import type { MeetingReport } from './report.ts';
import { reportWords, tablesAnnexTitle } from './words.ts';

/*
 * The report behind minutes in plain text: its tables, drawn with blanks. A letter of Japanese is as wide as two of Latin,
 * as in every face with fixed widths; in another face the columns are not straight, and the order still tells.
 */

/** Of a line, in Latin letters: forty letters of Japanese, what a sheet of A4 holds. */
const lineWidth = 80;
const gap = 2;
/** A column gives way to the others down to this. */
const narrowest = 8;

/** The annex with its title, in lines. */
export function reportToText(report: MeetingReport): string[] {
  return [
    tablesAnnexTitle,
    ...annexTables(report, reportWords).flatMap((table) => ['', `■${table.name}`, ...drawn(table)]),
  ];
}

function drawn({ columns, rows }: Table): string[] {
  const right = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const cells = [columns, ...rows].map((row) => row.map(inOneLine));
  const widths = columnWidths(columns.length, cells);
  const [head = [], ...others] = cells.map((row) => lineUp(row, widths, right));
  const rule = '─'.repeat(Math.ceil((widths.reduce((sum, width) => sum + width + gap, 0) - gap) / 2));
  return [...head, rule, ...others.flat()];
}

function inOneLine(cell: Cell): string {
  return printable(String(cell ?? ''))
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Each as wide as its widest cell; where that is more than a line holds, the widest give way. */
function columnWidths(count: number, cells: readonly (readonly string[])[]): number[] {
  const widths = Array.from({ length: count }, (_, at) =>
    Math.min(lineWidth, Math.max(...cells.map((row) => inLetters(row[at] ?? '')))),
  );
  const room = lineWidth - gap * (count - 1);
  for (;;) {
    const widest = Math.max(...widths);
    if (widest <= narrowest || widths.reduce((sum, width) => sum + width, 0) <= room) return widths;
    widths[widths.indexOf(widest)] = widest - 1;
  }
}

/** A row in as many lines as its longest cell takes. */
function lineUp(row: readonly string[], widths: readonly number[], right: readonly boolean[]): string[] {
  const broken = row.map((cell, at) => inLines(cell, widths[at] ?? narrowest));
  const height = Math.max(1, ...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    broken
      .map((lines, at) => {
        const text = lines[line] ?? '';
        const blanks = ' '.repeat(Math.max(0, (widths[at] ?? 0) - inLetters(text)));
        return right[at] === true ? blanks + text : text + blanks;
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

/** Broken at a blank where a line has one in its second half, else where it is full. */
function inLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if (inLetters(line + letter) > width) {
      const blank = Math.max(line.lastIndexOf(' '), line.lastIndexOf('　'));
      const cut = blank > line.length / 2 ? blank : line.length;
      lines.push(line.slice(0, cut));
      line = line.slice(cut).trimStart();
    }
    line += letter;
  }
  return [...lines, line];
}

/** 2 for a letter of Japanese, 1 for Latin and half-width kana, 0 for what is written over another. */
function inLetters(text: string): number {
  return [...text].reduce((width, letter) => {
    if (/[\p{M}\u{E0100}-\u{E01EF}]/u.test(letter)) return width;
    return width + (letter < '\u0300' || /[\uFF61-\uFF9F]/.test(letter) ? 1 : 2);
  }, 0);
}
