import { crossCorrelation, emptySeries } from './fourier.ts';
import type { Series } from './fourier.ts';
import type { Hint, Mention } from './hints.ts';
import type { Timeline } from './timeline.ts';
import type { Unit } from './units.ts';

/** Within this many seconds of a hint or a change the other is looked for, in the first, coarse search. */
const reach = 3;
const kept = 12;
/** What stands out less than this share of the best is noise. */
const worthTrying = 0.12;
/** Nearer peaks (s) are one. */
const apart = 6;

/**
 * Where the file's zero may lie on the meeting's clock (s), the likeliest first: every possible one is tried at once, by
 * correlating what the captions hint at with what the log knows, a bin a second.
 */
export function likelyShifts(
  line: Timeline,
  units: readonly Unit[],
  persons: Int16Array,
  hints: readonly Hint[],
  mentions: readonly Mention[],
): number[] {
  const logBins = Math.ceil(line.length) + 1;
  const fileBins = Math.ceil(units.at(-1)?.to ?? 0) + 2;
  const size = 2 ** Math.ceil(Math.log2(logBins + fileBins + 2 * reach));
  const total = new Float64Array(size);
  const addScores = (log: Series, file: Series) => {
    addStandardized(total, crossCorrelation(log, file));
  };

  const changes = emptySeries(size);
  const hinted = emptySeries(size);
  for (const at of line.changes) spread(changes.re, at, 1);
  withoutMean(changes.re, logBins);
  for (const { at, weight } of hints) add(hinted.re, Math.round(at), weight);
  addScores(changes, hinted);

  // Each person is a direction in the complex plane: who is who counts, who is another cancels out.
  if (mentions.length > 0) {
    const begun = emptySeries(size);
    const named = emptySeries(size);
    for (const [person, starts] of line.starts)
      for (const at of starts) {
        spread(begun.re, at, Math.cos(direction(person, 0)));
        spread(begun.im, at, Math.sin(direction(person, 0)));
      }
    for (const { at, person, weight } of mentions) {
      add(named.re, Math.round(at), weight * Math.cos(direction(person, 0)));
      add(named.im, Math.round(at), weight * Math.sin(direction(person, 0)));
    }
    addScores(begun, named);
  }
  if (persons.some((person) => person >= 0))
    for (const code of [1, 2]) {
      const holds = emptySeries(size);
      const speaks = emptySeries(size);
      line.person.forEach((person, slot) => {
        if (person >= 0) fill(holds, line.from[slot] ?? 0, line.to[slot] ?? 0, direction(person, code));
      });
      units.forEach((unit, index) => {
        const person = persons[index] ?? -1;
        if (person >= 0) fill(speaks, unit.from, unit.to, direction(person, code));
      });
      addScores(holds, speaks);
    }
  return peaks(total, logBins, fileBins);
}

/** A fixed direction for each person, far from its neighbours'. */
function direction(person: number, code: number): number {
  return 2 * Math.PI * ((((person + 1) * [0.618034, 0.414214, 0.732051][code % 3]!) % 1) + code * 0.1);
}

function add(values: Float64Array, at: number, weight: number): void {
  if (at >= 0 && at < values.length) values[at] = (values[at] ?? 0) + weight;
}

function spread(values: Float64Array, at: number, weight: number): void {
  const middle = Math.round(at);
  for (let d = -reach; d <= reach; d++) add(values, middle + d, weight * (1 - Math.abs(d) / (reach + 1)));
}

function fill({ re, im }: Series, from: number, to: number, angle: number): void {
  for (let t = Math.max(0, Math.round(from)); t < Math.round(to); t++) {
    add(re, t, Math.cos(angle));
    add(im, t, Math.sin(angle));
  }
}

function withoutMean(values: Float64Array, length: number): void {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[i] ?? 0;
  const mean = sum / length;
  for (let i = 0; i < length; i++) values[i] = (values[i] ?? 0) - mean;
}

/** Adds scores so that each source of them weighs as much as it stands out of its own noise. */
function addStandardized(total: Float64Array, scores: Float64Array): void {
  let sum = 0;
  let squares = 0;
  for (const score of scores) {
    sum += score;
    squares += score * score;
  }
  const mean = sum / scores.length;
  const spread = Math.sqrt(Math.max(1e-12, squares / scores.length - mean * mean));
  for (let i = 0; i < total.length; i++) total[i] = (total[i] ?? 0) + ((scores[i] ?? 0) - mean) / spread;
}

/** The highest places, none near another. */
function peaks(total: Float64Array, logBins: number, fileBins: number): number[] {
  const order: number[] = [];
  for (let shift = -fileBins; shift < logBins; shift++) order.push(shift);
  const score = (shift: number) => total[(shift + total.length) % total.length] ?? 0;
  order.sort((one, other) => score(other) - score(one));
  const found: number[] = [];
  const least = score(order[0] ?? 0) * worthTrying;
  for (const shift of order) {
    if (found.length >= kept || score(shift) < least) break;
    if (found.every((one) => Math.abs(one - shift) > apart)) found.push(shift);
  }
  return found;
}
