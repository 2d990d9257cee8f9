/*
 * Text as older office software wants it. Node decodes Shift_JIS but does not encode it, so the table is made once
 * from the decoder: what it reads from each pair of bytes is what those bytes are written for.
 */

const geta = [0x81, 0xac] as const;

/** Characters that Japanese software writes as one and Unicode has twice. */
const twins: Readonly<Record<string, string>> = {
  '\u301C': '\uFF5E',
  '\u2212': '\uFF0D',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u00A2': '\uFFE0',
  '\u00A3': '\uFFE1',
  '\u00AC': '\uFFE2',
  '\u00A5': '\\',
};

let table: ReadonlyMap<string, readonly number[]> | null = null;

/** Shift_JIS (Windows-31J) bytes, CRLF line ends. What it cannot write becomes 〓; `unmapped` says what that was. */
export function toShiftJis(text: string): { readonly body: Buffer; readonly unmapped: readonly string[] } {
  table ??= makeTable();
  const bytes: number[] = [];
  const unmapped = new Set<string>();
  for (const letter of text.replaceAll(/\r?\n/g, '\r\n')) {
    const code = table.get(letter) ?? table.get(twins[letter] ?? '');
    if (code === undefined) unmapped.add(letter);
    bytes.push(...(code ?? geta));
  }
  return { body: Buffer.from(bytes), unmapped: [...unmapped] };
}

function makeTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const made = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes));
      // The same letter may stand twice; the first place is the one that software writes.
      if ([...letter].length === 1 && !made.has(letter)) made.set(letter, bytes);
    } catch {
      // No letter has these bytes.
    }
  };
  for (let byte = 0; byte < 0x80; byte++) add(byte);
  for (let byte = 0xa1; byte <= 0xdf; byte++) add(byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) add(lead, trail);
  }
  return made;
}
