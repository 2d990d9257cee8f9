/*
 * A table as it comes out of a spreadsheet: pasted text (tabs) or a CSV file (commas, with quotes). Rows keep the line
 * they started on, so that a problem can be shown where it is.
 */

export interface TableRow {
  /** From 1, in the text. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits text into rows and cells; blank rows are left out. The separator is a tab where there is any, else a comma. */
export function readTable(text: string): TableRow[] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const separator = clean.includes('\t') ? '\t' : ',';
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((content) => content !== '')) rows.push({ line: start, cells });
    cells = [];
    start = line + 1;
  };
  for (let i = 0; i < clean.length; i++) {
    const character = clean[i] ?? '';
    if (character === '\n' && !quoted) endRow();
    else if (quoted && character === '"' && clean[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (quoted && character === '"') quoted = false;
    else if (!quoted && character === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (!quoted && character === separator) endCell();
    else cell += character === '\n' ? ' ' : character;
    if (character === '\n') line++;
  }
  endRow();
  return rows;
}
