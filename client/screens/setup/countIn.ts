/** A number of people as somebody typed it, full-width digits too; undefined where it is none. */
export function countIn(text: string): number | undefined {
  const number = Number(text.normalize('NFKC').trim() || Number.NaN);
  return Number.isInteger(number) && number > 0 && number <= 100_000 ? number : undefined;
}
