/** What a record holds itself under this key: ids come from outside, and `constructor` is a well-formed one. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
