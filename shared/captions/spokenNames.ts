import type { Spoken } from './captionText.ts';

/*
 * Zoom and Meet write `Name: words` or `(Name)` above them. So do people who say 「結論：承認」. A name is what stands there in a good part of
 * the captions and comes again.
 */

const forms = [
  /^(?:>>\s*)?[[［【]([^\][［］【】。、\n]{1,60})[\]］】]\s*[:：]?\s*(.+)$/su,
  // The captions that Meet keeps with a recording have the name in brackets on a line of its own.
  /^[(（]([^()（）。、\n]{1,60})[)）]\s*(.+)$/su,
  /^(?:>>\s*)?([^:：。、！？!?\n]{1,60}?)\s*[:：]\s*(.+)$/su,
];

/** The words with the names taken out of them, where this file has names before its words. */
export function withNames(spoken: readonly Spoken[]): readonly Spoken[] {
  if (spoken.some(({ name }) => name !== null)) return spoken;
  const split = spoken.map(({ text }) => nameBefore(text));
  const times = new Map<string, number>();
  for (const one of split) if (one !== null) times.set(one.name, (times.get(one.name) ?? 0) + 1);
  const found = split.filter((one) => one !== null).length;
  if (found < spoken.length / 2 || times.size > Math.max(3, found * 0.6)) return spoken;
  const all = found >= spoken.length * 0.9;
  return spoken.map((one, index) => {
    const named = split[index] ?? null;
    return named !== null && (all || (times.get(named.name) ?? 0) > 1) ? named : one;
  });
}

function nameBefore(text: string): { readonly name: string; readonly text: string } | null {
  for (const form of forms) {
    const found = form.exec(text);
    const name = found?.[1]?.trim() ?? '';
    const words = found?.[2]?.trim() ?? '';
    if (/\p{L}/u.test(name) && words !== '' && !words.startsWith('//')) return { name, text: words };
  }
  return null;
}
