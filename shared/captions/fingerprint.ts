import type { Cue } from './cue.ts';

/**
 * Four 32-bit FNV-1a hashes of times and words, as hexadecimal digits. It tells one file from another, and needs to
 * withstand nobody: on a plain HTTP page the browser offers no better one.
 */
export function fingerprintOf(cues: readonly Cue[]): string {
  const hashes = [0x811c9dc5, 0x01234567, 0x9e3779b9, 0xdeadbeef];
  for (const { from, to, name, text } of cues) {
    const line = `${from}|${to}|${name ?? ''}|${text}\n`;
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i);
      for (let h = 0; h < hashes.length; h++)
        hashes[h] = Math.imul((hashes[h] ?? 0) ^ (code + h * 7919), 0x01000193);
    }
  }
  return hashes.map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}
