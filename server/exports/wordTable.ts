import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { Table } from 'docx';
import type { ImageRun } from 'docx';
import { printable } from '../../shared/minutes/printable.ts';
import { widthOf } from '../../shared/minutes/report/looks.ts';
import type { Cell, Table as Figures } from '../../shared/minutes/tables.ts';

/** What a page of A4 has between its margins, in twentieths of a point. */
export const pageText = 9070;
/** Of a letter of the tables' size. */
const em = 185;
const hairline = { style: BorderStyle.SINGLE, size: 2, color: 'A6A6A6' } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Figures as a table whose head is repeated on every page; `pictures` stand at the end of the rows. */
export function figureTable({ columns, rows }: Figures, pictures: readonly ImageRun[] = []): Table {
  const right = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const pictured = pictures.length > 0 ? 2200 : 0;
  const widths = columnWidths(columns, rows, pageText - pictured, right);
  const text = (cell: Cell, at: number) =>
    figureCell(widths[at] ?? em, [
      new Paragraph({
        style: 'Figure',
        alignment: right[at] ? AlignmentType.RIGHT : AlignmentType.LEFT,
        text: printable(String(cell ?? '')),
      }),
    ]);
  const drawn = (...children: ImageRun[]) =>
    pictured === 0 ? [] : [figureCell(pictured, [new Paragraph({ style: 'Figure', children })])];
  return new Table({
    width: { size: pageText, type: WidthType.DXA },
    columnWidths: [...widths, ...(pictured === 0 ? [] : [pictured])],
    layout: TableLayoutType.FIXED,
    borders: {
      top: hairline,
      bottom: hairline,
      left: none,
      right: none,
      insideHorizontal: hairline,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [
          ...columns.map(head(widths, right)),
          ...(pictured === 0 ? [] : [headCell(pictured, '', AlignmentType.LEFT)]),
        ],
      }),
      ...rows.map((row, index) => {
        const own = pictures[index];
        return new TableRow({
          cantSplit: true,
          children: [...row.map(text), ...drawn(...(own === undefined ? [] : [own]))],
        });
      }),
    ],
  });
}

function head(widths: readonly number[], right: readonly boolean[]) {
  return (title: string, at: number) =>
    headCell(widths[at] ?? em, title, right[at] ? AlignmentType.RIGHT : AlignmentType.LEFT);
}

function headCell(
  width: number,
  title: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' },
    children: [new Paragraph({ style: 'FigureHead', alignment, text: title })],
  });
}

function figureCell(width: number, children: Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
    children,
  });
}

/** Each as wide as its longest cell where there is room; the widest give way first. What is left goes to words. */
function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  room: number,
  figures: readonly boolean[],
): number[] {
  const needed = columns.map((title, at) => {
    const longest = Math.max(widthOf(title), ...rows.map((row) => widthOf(printable(String(row[at] ?? '')))));
    return Math.round(longest * em) + 180;
  });
  let limit = room;
  const fitted = (most: number) => needed.map((width) => Math.min(width, most));
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  while (sum(fitted(limit)) > room) limit *= 0.97;
  const widths = fitted(limit).map(Math.floor);
  const words = widths.filter((_, at) => !figures[at]);
  const widest = widths.indexOf(Math.max(...(words.length > 0 ? words : widths)));
  return widths.map((width, at) => (at === widest ? width + room - sum(widths) : width));
}
