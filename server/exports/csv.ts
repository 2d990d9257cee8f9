import { printable } from '../../shared/minutes/printable.ts';
import type { Cell, Table } from '../../shared/minutes/tables.ts';

/** What a spreadsheet would read as the beginning of a formula, in half and full width. */
const formula = /^[=+\-@\t＝＋－＠]/u;

/** A table as CSV (RFC 4180, UTF-8 with a byte order mark: spreadsheets would else take it for Shift_JIS). */
export function tableToCsv({ columns, rows }: Table): string {
  return '\uFEFF' + [columns, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n';
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = printable(cell);
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
