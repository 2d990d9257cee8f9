import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const virtualId = 'virtual:font-faces.css';
const resolvedId = '\0font-faces.css';
const require = createRequire(import.meta.url);

/** The `@font-face` rules of one @fontsource sheet, with WOFF2 only and file addresses Vite can follow. */
function facesOf(name: string, sheet: string): string[] {
  const path = require.resolve(`${name}/${sheet}`);
  const folder = dirname(path);
  return (readFileSync(path, 'utf8').match(/@font-face \{[^}]*\}/g) ?? []).map((rule) =>
    rule
      .replace(/,\s*url\([^)]*\)\s*format\('woff'\)/, '')
      .replace(/url\(\.\/([^)]*)\)/, (_whole, file: string) => `url(${JSON.stringify(join(folder, file))})`),
  );
}

/**
 * One sheet for the faces: BIZ UDPGothic 400 and 700 split by unicode range, and the Latin part of BIZ
 * UDGothic for figures. WOFF is dropped (every browser this runs in reads WOFF2), and the two weights of
 * a slice stand together: their long unicode ranges are equal, so the sheet compresses to half.
 */
export function fontFaces(): Plugin {
  return {
    name: 'font-faces',
    resolveId(id) {
      return id === virtualId ? resolvedId : undefined;
    },
    load(id) {
      if (id !== resolvedId) return undefined;
      const regular = facesOf('@fontsource/biz-udpgothic', '400.css');
      const bold = facesOf('@fontsource/biz-udpgothic', '700.css');
      const figures = ['latin-400.css', 'latin-700.css'].flatMap((sheet) =>
        facesOf('@fontsource/biz-udgothic', sheet),
      );
      return [...figures, ...regular.flatMap((rule, at) => [rule, bold[at] ?? ''])].join('\n');
    },
  };
}
