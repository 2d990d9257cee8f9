import { setOwn } from './own.ts';
import type { Patch, PatchOperation } from './diff.ts';

/**
 * `target` with the patch applied. Neither is changed, and what the patch does not touch is shared, so that a page
 * redraws only what is new. Throws when the patch was not made for this target: the page must then ask for the whole.
 */
export function applyPatch<T>(target: T, patch: Patch): T {
  // Containers copied for this patch: the next operation may write into them.
  const copies = new Set<object>();
  let result: unknown = target;
  for (const operation of patch) result = applyAt(result, operation, 0, copies);
  return result as T;
}

function applyAt(target: unknown, operation: PatchOperation, depth: number, copies: Set<object>): unknown {
  const path = operation[1];
  if (depth === path.length) {
    if (operation[0] === '=') return operation[2];
    if (operation[0] === '~' && Array.isArray(target)) {
      const [, , start, gone, items] = operation;
      if (start + gone <= target.length) return keep(target.toSpliced(start, gone, ...items), copies);
    }
    throw misfit(operation);
  }
  const key = path[depth];
  const last = depth === path.length - 1;
  if (Array.isArray(target) && typeof key === 'number' && key < target.length) {
    const list = writable(target, copies);
    list[key] = applyAt(list[key], operation, depth + 1, copies);
    return list;
  }
  if (isRecord(target) && typeof key === 'string') {
    const known = Object.hasOwn(target, key);
    if (!known && !(last && operation[0] === '=')) throw misfit(operation);
    const record = writable(target, copies);
    if (last && operation[0] === '-') delete record[key];
    else setOwn(record, key, applyAt(known ? record[key] : undefined, operation, depth + 1, copies));
    return record;
  }
  throw misfit(operation);
}

function writable<T extends object>(value: T, copies: Set<object>): T {
  if (copies.has(value)) return value;
  return keep((Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as T, copies);
}

function keep<T extends object>(copy: T, copies: Set<object>): T {
  copies.add(copy);
  return copy;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function misfit(operation: PatchOperation): Error {
  return new Error(`patch ${operation[0]} does not fit at /${operation[1].join('/')}`);
}
