import { decodeText } from '../../../shared/setup/decodeText.ts';

export interface FileText {
  readonly text: string;
  readonly encoding: string;
}

/** A roster's file as tab-separated text; a workbook's first sheet. Null where it is neither. */
export async function textOfFile(file: File): Promise<FileText | null> {
  if (/\.xlsx$/i.test(file.name)) {
    try {
      const { readSheet } = await import('read-excel-file/browser');
      const rows = await readSheet(file);
      const cell = (value: unknown) =>
        value === null
          ? ''
          : (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\t\n\r]/g, ' ');
      return { text: rows.map((row) => row.map(cell).join('\t')).join('\n'), encoding: 'Excel' };
    } catch {
      return null;
    }
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A file with zero bytes in it is no text, unless it is UTF-16, which says so at its start.
  if (
    bytes.includes(0) &&
    !(bytes[0] === 0xff && bytes[1] === 0xfe) &&
    !(bytes[0] === 0xfe && bytes[1] === 0xff)
  )
    return null;
  return decodeText(bytes);
}
