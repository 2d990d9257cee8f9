/** The words of a turn, as the desks of these evenings write them: one letter three times (World.newWord). */
export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/(.)\1\1/gu) ?? []);
}
