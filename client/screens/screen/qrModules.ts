import { create } from 'qrcode';

/** The modules of a QR code, rows of dark (true) and light, without the quiet zone. */
export function qrModules(text: string): boolean[][] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (__, x) => modules.get(y, x) !== 0),
  );
}
