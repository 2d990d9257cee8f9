import writeExcelFile from 'write-excel-file/node';
import type { Row, Sheet } from 'write-excel-file/node';
import { printable } from '../../shared/minutes/printable.ts';
import type { Cell, Table } from '../../shared/minutes/tables.ts';

/** What Excel takes in one cell. */
const longestCell = 32_767;

/** Tables as one workbook, a sheet for each. Text is stored as text: nothing is a formula. */
export async function tablesToXlsx(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ name, columns, rows }): Sheet<never> => ({
    sheet: name,
    data: [
      columns.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })),
      ...rows.map(row),
    ],
    columns: columns.map((_title, index) => ({ width: widthOf(columns[index], rows, index) })),
    stickyRowsCount: 1,
  }));
  return writeExcelFile(sheets).toBuffer();
}

function row(cells: readonly Cell[]): Row {
  return cells.map((cell) =>
    typeof cell === 'string' ? { value: printable(cell).slice(0, longestCell), type: String } : cell,
  );
}

/** Wide enough for most of what stands in the column; a full-width letter counts as two. */
function widthOf(title: string | undefined, rows: Table['rows'], index: number): number {
  const lengths = [title ?? '', ...rows.map((cells) => cells[index])].map(
    (cell) => [...String(cell ?? '')].reduce((sum, letter) => sum + (letter > '\u00FF' ? 2 : 1), 0) + 2,
  );
  return Math.min(60, Math.max(...lengths));
}
