/*
 * Differences between two versions of a view, as data. Slices that kept their identity are skipped without a look,
 * so that a diff costs what has changed and not what there is.
 */

/** Set a value, delete a key, or replace a run of an array's elements, at a path from the view's root. */
export type PatchOperation =
  | readonly ['=', path: Path, value: unknown]
  | readonly ['-', path: Path]
  | readonly ['~', path: Path, start: number, deleteCount: number, items: readonly unknown[]];
export type Path = readonly (string | number)[];
export type Patch = readonly PatchOperation[];

/**
 * The operations that turn `before` into `after`; empty when they are equal. Both are plain JSON, in which a key whose
 * value is undefined is not there.
 */
export function diff(before: unknown, after: unknown): Patch {
  const operations: PatchOperation[] = [];
  compare(before, after, [], operations);
  return operations;
}

function compare(before: unknown, after: unknown, path: Path, out: PatchOperation[]): void {
  if (Object.is(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after)) compareArrays(before, after, path, out);
  else if (isRecord(before) && isRecord(after)) compareRecords(before, after, path, out);
  else if (before !== after) out.push(['=', path, after]);
}

function compareRecords(before: JsonRecord, after: JsonRecord, path: Path, out: PatchOperation[]): void {
  for (const key of Object.keys(before))
    if (before[key] !== undefined && own(after, key) === undefined) out.push(['-', [...path, key]]);
  for (const key of Object.keys(after)) {
    const value = after[key];
    const known = own(before, key);
    if (value === undefined || Object.is(known, value)) continue;
    if (known === undefined) out.push(['=', [...path, key], value]);
    else compare(known, value, [...path, key], out);
  }
}

/**
 * What is the same at the head and at the tail stays; what lies between is compared one by one where as many come as
 * go, and replaced as a run where not. So a list that grew at its end sends what came, and a queue whose first left
 * sends that.
 */
function compareArrays(
  before: readonly unknown[],
  after: readonly unknown[],
  path: Path,
  out: PatchOperation[],
): void {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
  const gone = before.length - end - start;
  const come = after.length - end - start;
  if (gone === come)
    for (let i = start; i < start + come; i++) compare(before[i], after[i], [...path, i], out);
  else out.push(['~', path, start, gone, after.slice(start, start + come)]);
}

/** Deep equality that stops at the first difference. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    const other: readonly unknown[] = b;
    return a.length === b.length && a.every((item, i) => same(item, other[i]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  return (
    Object.keys(a).every((key) => same(a[key], own(b, key))) &&
    Object.keys(b).every((key) => b[key] === undefined || own(a, key) !== undefined)
  );
}

type JsonRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ids are keys, and `constructor` is a well-formed id: only what a record holds itself counts. */
function own(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
