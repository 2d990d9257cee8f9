/** What a `datetime-local` field holds, read as Japan's time: epoch ms; null where it is empty or no time. */
export function timeOf(field: string): number | null {
  const at = Date.parse(`${field}:00+09:00`);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(field) && !Number.isNaN(at) ? at : null;
}

/** The same the other way: `2026-05-18T17:00`. */
export function fieldOf(at: number): string {
  return new Date(at + 9 * 3600_000).toISOString().slice(0, 16);
}
