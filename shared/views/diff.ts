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

/** The operations that turn `before` into `after`; empty when they are equal. Both are plain JSON. */
export function diff(before: unknown, after: unknown): Patch {
  const operations: PatchOperation[] = [];
  compare(before, after, [], operations);
  return operations;
}

/** `target` with the patch applied; neither is changed, and what the patch does not touch is shared. */
export function applyPatch<T>(target: T, patch: Patch): T {
  let result: unknown = target;
  for (const operation of patch) result = applyAt(result, operation[1], 0, operation);
  return result as T;
}

function compare(before: unknown, after: unknown, path: Path, out: PatchOperation[]): void {
  if (Object.is(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after)) compareArrays(before, after, path, out);
  else if (isRecord(before) && isRecord(after)) compareRecords(before, after, path, out);
  else out.push(['=', path, after]);
}

function compareRecords(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: Path,
  out: PatchOperation[],
): void {
  for (const key of Object.keys(before))
    if (before[key] !== undefined && after[key] === undefined) out.push(['-', [...path, key]]);
  for (const key of Object.keys(after)) {
    if (after[key] === undefined) continue;
    if (before[key] === undefined) out.push(['=', [...path, key], after[key]]);
    else compare(before[key], after[key], [...path, key], out);
  }
}

function compareArrays(before: unknown[], after: unknown[], path: Path, out: PatchOperation[]): void {
  if (before.length === after.length) {
    for (let i = 0; i < after.length; i++) compare(before[i], after[i], [...path, i], out);
    return;
  }
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
  out.push(['~', path, start, before.length - end - start, after.slice(start, after.length - end)]);
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  const found: PatchOperation[] = [];
  compare(a, b, [], found);
  return found.length === 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function applyAt(target: unknown, path: Path, depth: number, operation: PatchOperation): unknown {
  if (depth === path.length) {
    if (operation[0] === '=') return operation[2];
    if (operation[0] === '~' && Array.isArray(target))
      return target.toSpliced(operation[2], operation[3], ...operation[4]);
    throw new Error(`patch ${operation[0]} does not fit at /${path.join('/')}`);
  }
  const key = path[depth];
  if (Array.isArray(target) && typeof key === 'number')
    return target.with(key, applyAt(target[key], path, depth + 1, operation));
  if (isRecord(target) && typeof key === 'string') {
    if (operation[0] === '-' && depth === path.length - 1) {
      const { [key]: _, ...rest } = target;
      return rest;
    }
    return { ...target, [key]: applyAt(target[key], path, depth + 1, operation) };
  }
  throw new Error(`patch path /${path.join('/')} does not exist`);
}
