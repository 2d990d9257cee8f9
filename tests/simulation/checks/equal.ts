/** Where two values differ as JSON, as a path, or null; a key whose value is undefined is not there. */
export function difference(a: unknown, b: unknown, path = ''): string | null {
  if (Object.is(a, b)) return null;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return `${path}.length: ${String(a.length)} and ${String(b.length)}`;
    for (let i = 0; i < a.length; i++) {
      const found = difference(a[i], b[i], `${path}.${String(i)}`);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isRecord(a) || !isRecord(b)) return `${path}: ${shown(a)} and ${shown(b)}`;
  for (const key of Object.keys(a)) {
    const found = difference(a[key], b[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  for (const key of Object.keys(b))
    if (a[key] === undefined && b[key] !== undefined) return `${path}.${key}: nothing and ${shown(b[key])}`;
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
}
