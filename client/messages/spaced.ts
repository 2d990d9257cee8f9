/** Words with a full-width blank between them; what is empty is left out. */
export function spaced(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join('\u3000');
}
