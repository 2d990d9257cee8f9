import type { PersonId } from '../meeting/person.ts';
import { changedPeople } from '../meeting/personMap.ts';
import type { PersonMap } from '../meeting/personMap.ts';
import type { MeetingState } from '../meeting/state.ts';
import { own, setOwn } from './own.ts';
import { share } from './part.ts';

/** What lines about people are made from. */
export interface PersonReads {
  /** What touches everybody's line when it changes. */
  readonly everybody: readonly unknown[];
  /** What touches the lines of those whose entry in it changes. */
  readonly maps: readonly PersonMap<unknown>[];
  /** Something about a few: it touches the lines of those whose mark changes. */
  readonly marks: ReadonlyMap<PersonId, string>;
}

/**
 * A part of a view with a line for each person on the roster. Of two thousand only those are looked at again of whom
 * something changed.
 */
export function personLines<I extends readonly [MeetingState, ...unknown[]], L>(
  reads: (...input: I) => PersonReads,
  lineOf: (who: PersonId, marks: PersonReads['marks'], ...input: I) => L,
): (...input: I) => Readonly<Record<PersonId, L>> {
  const last = new WeakMap<
    object,
    { readonly read: PersonReads; readonly lines: Readonly<Record<PersonId, L>> }
  >();
  return (...input) => {
    const [state] = input;
    const read = reads(...input);
    const known = last.get(state.info);
    const touched = known === undefined ? null : touchedBetween(known.read, read);
    if (known !== undefined && touched?.size === 0) return known.lines;
    const lines: Record<PersonId, L> = touched === null ? {} : { ...known?.lines };
    let same = touched !== null;
    for (const who of touched ?? state.roster.order) {
      if (touched !== null && !Object.hasOwn(lines, who)) continue;
      const before = known === undefined ? undefined : own(known.lines, who);
      const line = share(before, lineOf(who, read.marks, ...input));
      if (line === before && touched !== null) continue;
      setOwn(lines, who, line);
      same = false;
    }
    const value = same && known !== undefined ? known.lines : lines;
    last.set(state.info, { read, lines: value });
    return value;
  };
}

/** Whose lines must be made again; null for everybody's. */
function touchedBetween(before: PersonReads, after: PersonReads): ReadonlySet<PersonId> | null {
  if (after.everybody.some((slice, i) => !Object.is(slice, before.everybody[i]))) return null;
  const touched = new Set<PersonId>();
  for (const [i, map] of after.maps.entries()) {
    const old = before.maps[i];
    if (old === undefined) return null;
    for (const who of changedPeople(old, map)) touched.add(who);
  }
  for (const who of [...before.marks.keys(), ...after.marks.keys()])
    if (before.marks.get(who) !== after.marks.get(who)) touched.add(who);
  return touched;
}
