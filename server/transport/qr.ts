import { create, toString as draw } from 'qrcode';

/** The QR code of a text without its quiet zone: a text for each row, 1 is dark. */
export function qrRows(text: string): string[] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_row, y) =>
    Array.from({ length: modules.size }, (_column, x) => (modules.get(y, x) ? '1' : '0')).join(''),
  );
}

/** The QR code for a terminal, two rows in one line. */
export async function qrForTerminal(text: string): Promise<string> {
  return draw(text, { type: 'utf8', errorCorrectionLevel: 'L' });
}
