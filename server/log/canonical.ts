const describe = (value: unknown): string =>
  typeof value === 'object' && value !== null ? (value.constructor?.name ?? 'object') : String(value);

/**
 * JSON with sorted keys and no spaces (RFC 8785), so that the same data has one text and one hash. A key whose value
 * is `undefined` is left out.
 *
 * Throws a TypeError for what JSON would lose or change in silence: NaN, a Date, a Map, a BigInt, `undefined` in a list.
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) {
      const entries = Object.entries(value).filter(([, held]) => held !== undefined);
      entries.sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(',')}}`;
    }
  }
  throw new TypeError(`not JSON: ${describe(value)}`);
};
