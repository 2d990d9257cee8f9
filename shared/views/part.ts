import type { MeetingState } from '../meeting/state.ts';
import { setOwn } from './own.ts';

/*
 * Views are rebuilt after every event, and most of a view did not change with it. Each part therefore remembers what
 * it made last, and a part that must be made again keeps whatever came out equal: the diff then skips it at a glance.
 */

/**
 * A part of a view. `make` is called again only when something that `reads` lists has another identity, and what then
 * comes out equal is shared with what there was. The memory belongs to one meeting and goes with it: it hangs on the
 * state's `info`, which lives as long as the meeting is loaded (or until its plan is changed).
 */
export function part<I extends readonly [MeetingState, ...unknown[]], T>(
  reads: (...input: I) => readonly unknown[],
  make: (...input: I) => T,
): (...input: I) => T {
  const last = new WeakMap<object, { readonly read: readonly unknown[]; readonly value: T }>();
  return (...input) => {
    const owner = input[0].info;
    const read = reads(...input);
    const known = last.get(owner);
    if (known !== undefined && read.every((slice, i) => Object.is(slice, known.read[i]))) return known.value;
    const made = make(...input);
    const value = known === undefined ? made : share(known.value, made);
    last.set(owner, { read, value });
    return value;
  };
}

/** `after` with every part that equals its counterpart in `before` replaced by that very part. Both are plain JSON. */
export function share<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const items: readonly unknown[] = before;
    const shared: unknown[] = (after as readonly unknown[]).map((item, i) =>
      i < items.length ? share(items[i], item) : item,
    );
    return (
      shared.length === items.length && shared.every((item, i) => Object.is(item, items[i])) ? before : shared
    ) as T;
  }
  if (!isRecord(before) || !isRecord(after)) return after;
  let same = true;
  let keys = 0;
  const shared: Record<string, unknown> = {};
  for (const key of Object.keys(after)) {
    const known = Object.hasOwn(before, key);
    const value = known ? share(before[key], after[key]) : after[key];
    if (!known || !Object.is(value, before[key])) same = false;
    setOwn(shared, key, value);
    keys++;
  }
  return (same && keys === Object.keys(before).length ? before : shared) as T;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
