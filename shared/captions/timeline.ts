import type { Slot } from './floorOf.ts';

/** The slots in seconds from the first turn, as the search for the clock and the laying out need them. */
export interface Timeline {
  /** Epoch ms of second 0. */
  readonly zero: number;
  readonly length: number;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The person of each slot, by place in the list of people; −1: nobody on it. */
  readonly person: Int16Array;
  readonly chair: readonly boolean[];
  /** Nobody had the floor. */
  readonly empty: readonly boolean[];
  /** When turns change, each moment once. */
  readonly changes: Float64Array;
  /** For each person when their turns begin. */
  readonly starts: ReadonlyMap<number, readonly number[]>;
}

export function timelineOf(slots: readonly Slot[], people: readonly { readonly id: string }[]): Timeline {
  const zero = slots.find(({ turn }) => turn !== null)?.from ?? 0;
  const places = new Map(people.map(({ id }, index) => [id, index]));
  const seconds = (at: number) => (at - zero) / 1000;
  const from = Float64Array.from(slots, (slot) => seconds(slot.from));
  const to = Float64Array.from(slots, (slot) => seconds(slot.to));
  const person = Int16Array.from(slots, ({ who }) => (who === null ? -1 : (places.get(who) ?? -1)));
  const starts = new Map<number, number[]>();
  person.forEach((one, index) => {
    if (one < 0) return;
    const known = starts.get(one) ?? [];
    known.push(from[index] ?? 0);
    starts.set(one, known);
  });
  return {
    zero,
    length: Math.max(0, ...[...to].filter(Number.isFinite), ...[...from].filter(Number.isFinite)),
    from,
    to,
    person,
    chair: slots.map(({ chair }) => chair),
    empty: slots.map(({ turn }) => turn === null),
    changes: Float64Array.from(new Set([...from].filter(Number.isFinite))),
    starts,
  };
}

/** The place in a sorted list of the first value that is at least `value`. */
export function firstFrom(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
