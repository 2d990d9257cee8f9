import type { CaptionClock } from './clock.ts';
import type { Hint, Mention } from './hints.ts';
import { firstFrom } from './timeline.ts';
import type { Timeline } from './timeline.ts';
import type { Unit } from './units.ts';

/** Captions are looked at in stretches of this many seconds, and shifts in steps of this many. */
const stretch = 60;
const step = 0.5;
/** So far from a likely shift (s) the clock may wander. */
const wander = 20;
/** What it costs to let the clock wander a step, and to let the recording have stood still. */
const wanderCost = 1.5;
const jumpCost = 16;
/**
 * What a hint at a change, a person named just before their turn, and a second under the right name are worth against
 * chance: about the logarithms of how much likelier each is there than elsewhere.
 */
const hintWorth = 2;
const mentionWorth = 5;
const nameWorth = 0.15;
/** And what it costs that somebody speaks in a recess, for each second. */
const silenceWorth = 0.15;
/** Within this many seconds of a hint a change of turn is looked for. */
const reach = 2.5;
/** A clock drifts by some parts in ten thousand; more than that (1) is believed only with evidence for hours. */
const driftPrior = 400e-6;

interface Evidence {
  readonly line: Timeline;
  readonly units: readonly Unit[];
  /** The person that each unit's name is taken for; −1: none. */
  readonly persons: Int16Array;
  readonly hints: readonly Hint[];
  readonly mentions: readonly Mention[];
}

/**
 * Follows the file's clock from its beginning to its end: the path of shifts that the hints of each minute speak for,
 * where wandering is cheap and standing still (a paused recording) has its price. A straight line is laid through each
 * piece, with one drift for all.
 */
export function followClock(evidence: Evidence, likely: readonly number[]): CaptionClock {
  const shifts = candidates(likely);
  const last = evidence.units.at(-1)?.to ?? 0;
  const count = Math.max(1, Math.ceil(last / stretch));
  const scores = scoresOf(evidence, shifts, count);
  const { zero, drift, pieces } = straight(path(scores, shifts), shifts, weights(evidence, count));
  const jumps = pieces.slice(1).map(({ first, zero: after }, index) => {
    const before = pieces[index]?.zero ?? zero;
    const at = placeOfJump(evidence, first * stretch, before, after, drift);
    return { at: Math.round(at * 1000), by: Math.round((after - before) * 1000) };
  });
  return { zero: Math.round(evidence.line.zero + zero * 1000), drift: Math.round(drift * 1e6), jumps };
}

function candidates(likely: readonly number[]): number[] {
  const all = new Set<number>();
  for (const shift of likely)
    for (let d = -wander; d <= wander; d += step) all.add(Math.round((shift + d) / step) * step);
  return [...all].sort((one, other) => one - other);
}

/** How well each stretch fits at each shift. */
function scoresOf(evidence: Evidence, shifts: readonly number[], count: number): Float64Array[] {
  const { line, units, persons, hints, mentions } = evidence;
  const scores = Array.from({ length: count }, () => new Float64Array(shifts.length));
  const rowAt = (at: number) => scores[Math.min(count - 1, Math.floor(at / stretch))] ?? new Float64Array(0);
  const places = Int32Array.from(shifts, (shift) => Math.round(shift / step));
  const add = (at: number, values: Float32Array, weight: number) => {
    const row = rowAt(at);
    const here = Math.round(at / step);
    for (let k = 0; k < places.length; k++)
      row[k] = (row[k] ?? 0) + weight * (values[here + (places[k] ?? 0)] ?? 0);
  };
  // A hint says nothing where turns change all the time: what it is worth is what it is worth more than by chance.
  const density = Math.min(0.8, (line.changes.length * reach) / Math.max(1, line.length));
  const changing = nearnessOf(line, line.changes, reach, 0, 0.5);
  for (let i = 0; i < changing.length; i++) changing[i] = (changing[i] ?? 0) - density;
  for (const { at, weight } of hints) add(at, changing, hintWorth * weight);
  const begins = new Map(
    [...line.starts].map(([person, starts]) => [person, nearnessOf(line, starts, 6, 0.7, 2)]),
  );
  for (const { at, person, weight } of mentions) {
    const values = begins.get(person);
    if (values !== undefined) add(at, values, mentionWorth * weight);
  }
  const holders = holdersOf(line);
  units.forEach(({ from, to }, index) => {
    const person = persons[index] ?? -1;
    const row = rowAt(from);
    const here = Math.round((from + to) / 2 / step);
    const length = Math.min(3, to - from);
    for (let k = 0; k < places.length; k++) {
      const holder = holders[here + (places[k] ?? 0)] ?? nobody;
      if (holder === silence) row[k] = (row[k] ?? 0) - length * silenceWorth;
      else if (person >= 0 && holder >= 0)
        row[k] = (row[k] ?? 0) + (holder === person ? length : -length) * nameWorth;
    }
  });
  return scores;
}

/** From 1 at each listed moment, and `level` seconds around it, to 0 `within` seconds from it, by steps of the clock. */
function nearnessOf(
  line: Timeline,
  moments: ArrayLike<number>,
  within: number,
  late: number,
  level: number,
): Float32Array {
  const values = new Float32Array(Math.ceil(line.length / step) + 2);
  const around = Math.ceil(within / step);
  for (let i = 0; i < moments.length; i++) {
    const moment = (moments[i] ?? 0) - late;
    const middle = Math.round(moment / step);
    for (let at = Math.max(0, middle - around); at <= middle + around && at < values.length; at++) {
      const off = Math.max(0, Math.abs(at * step - moment) - level);
      values[at] = Math.max(values[at] ?? 0, 1 - off / (within - level));
    }
  }
  return values;
}

const nobody = -1;
const silence = -2;

/** Who has the floor, by steps of the meeting's clock: a person's place, `nobody`, or `silence` in a recess. */
function holdersOf(line: Timeline): Int16Array {
  const holders = new Int16Array(Math.ceil(line.length / step) + 2).fill(nobody);
  line.from.forEach((from, slot) => {
    const to = line.to[slot] ?? from;
    if (!Number.isFinite(from) || !Number.isFinite(to)) return;
    const value = line.empty[slot] === true ? silence : (line.person[slot] ?? nobody);
    holders.fill(value, Math.max(0, Math.round(from / step)), Math.round(to / step));
  });
  return holders;
}

/** From 1 at a listed moment to 0 at `within` seconds from it. */
function nearness(sorted: ArrayLike<number>, at: number, within: number): number {
  const index = firstFrom(sorted, at);
  const gap = Math.min(
    Math.abs((sorted[index] ?? Infinity) - at),
    Math.abs((sorted[index - 1] ?? -Infinity) - at),
  );
  return Math.max(0, 1 - gap / within);
}

/** The best way through all stretches: for each the place of its shift. */
function path(scores: readonly Float64Array[], shifts: readonly number[]): number[] {
  const n = shifts.length;
  const cameFrom: Int32Array[] = [];
  let best: Float64Array = scores[0] ?? new Float64Array(n);
  for (const row of scores.slice(1)) {
    let top = -1;
    const next = new Float64Array(n);
    const from = new Int32Array(n);
    for (let k = 0; k < n; k++) {
      let source = k;
      let value = best[k] ?? 0;
      for (const other of [k - 1, k + 1]) {
        if (other < 0 || other >= n) continue;
        const isNext = Math.abs((shifts[other] ?? 0) - (shifts[k] ?? 0)) <= step * 1.01;
        if (isNext && (best[other] ?? 0) - wanderCost > value) {
          value = (best[other] ?? 0) - wanderCost;
          source = other;
        }
      }
      // A recording that stood still goes on later, never earlier.
      if (top >= 0 && (best[top] ?? 0) - jumpCost > value) {
        value = (best[top] ?? 0) - jumpCost;
        source = top;
      }
      if (top < 0 || (best[k] ?? 0) > (best[top] ?? 0)) top = k;
      next[k] = value + (row[k] ?? 0);
      from[k] = source;
    }
    cameFrom.push(from);
    best = next;
  }
  let at = best.indexOf(Math.max(...best));
  const places = [at];
  for (const from of cameFrom.toReversed()) {
    at = from[at] ?? at;
    places.push(at);
  }
  return places.reverse();
}

/** How much each stretch has to say. */
function weights({ hints, mentions }: Evidence, count: number): Float64Array {
  const weights = new Float64Array(count);
  for (const { at, weight } of [...hints, ...mentions]) {
    const row = Math.min(count - 1, Math.floor(at / stretch));
    weights[row] = (weights[row] ?? 0) + weight;
  }
  return weights;
}

/** Straight lines through the pieces of the path: where each has its zero, and the drift of all. */
function straight(
  places: readonly number[],
  shifts: readonly number[],
  weights: Float64Array,
): { zero: number; drift: number; pieces: { readonly first: number; readonly zero: number }[] } {
  const pieces: { readonly rows: number[] }[] = [];
  places.forEach((place, row) => {
    const before = places[row - 1];
    const jumped =
      before !== undefined && Math.abs((shifts[place] ?? 0) - (shifts[before] ?? 0)) > step * 1.01;
    if (jumped || pieces.length === 0) pieces.push({ rows: [] });
    pieces.at(-1)?.rows.push(row);
  });
  const middle = (row: number) => (row + 0.5) * stretch;
  // One drift for all pieces, each about its own mean.
  let across = 0;
  let along = 0;
  const means = pieces.map(({ rows }) => {
    const w = rows.map((row) => (weights[row] ?? 0) + 0.01);
    const sum = w.reduce((one, other) => one + other, 0);
    const mean = (value: (row: number) => number) =>
      rows.reduce((total, row, i) => total + (w[i] ?? 0) * value(row), 0) / sum;
    const shiftOf = (row: number) => shifts[places[row] ?? 0] ?? 0;
    const at = mean(middle);
    const shift = mean(shiftOf);
    rows.forEach((row, i) => {
      across += (w[i] ?? 0) * (middle(row) - at) * (shiftOf(row) - shift);
      along += (w[i] ?? 0) * (middle(row) - at) ** 2;
    });
    return { at, shift, first: rows[0] ?? 0 };
  });
  const drift = across / (along + 1 / driftPrior ** 2);
  const lines = means.map(({ at, shift, first }) => ({ first, zero: shift - drift * at }));
  return { zero: lines[0]?.zero ?? 0, drift, pieces: lines };
}

/**
 * Where between two stretches the recording stood still: where the fewest words fall into silence and the most hints
 * onto changes, one zero before it and the other after.
 */
function placeOfJump(
  { line, units, hints }: Evidence,
  around: number,
  before: number,
  after: number,
  drift: number,
): number {
  const from = around - 1.5 * stretch;
  const to = around + 1.5 * stretch;
  /** What is lost by laying this moment with the later zero rather than the earlier. */
  const lost: { readonly at: number; readonly by: number }[] = [];
  for (const { from: at, to: end } of units) {
    if (at < from || at > to) continue;
    const quiet = (zero: number) => {
      const slot = firstFrom(line.from, (at + end) / 2 + zero + drift * at) - 1;
      return line.empty[slot] === true ? Math.min(3, end - at) : 0;
    };
    lost.push({ at, by: quiet(after) - quiet(before) });
  }
  for (const { at, weight } of hints) {
    if (at < from || at > to) continue;
    const near = (zero: number) => nearness(line.changes, at + zero + drift * at, reach);
    lost.push({ at, by: weight * (near(before) - near(after)) });
  }
  lost.sort((one, other) => one.at - other.at);
  // Everything after the jump counts; moving it past a moment takes that moment out.
  let sum = lost.reduce((total, { by }) => total + by, 0);
  let [best, place] = [sum, from];
  for (const { at, by } of lost) {
    sum -= by;
    if (sum < best) [best, place] = [sum, at + 0.001];
  }
  return Math.max(0, place);
}
