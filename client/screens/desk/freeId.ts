/** An id that nobody in the meeting has yet: `added-1`, `added-2` … */
export function freeId(prefix: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const id = `${prefix}-${String(n)}`;
    if (!taken.includes(id)) return id;
  }
}
