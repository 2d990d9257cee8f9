import type { Timeline } from './timeline.ts';
import type { Unit } from './units.ts';
import type { Wording } from './wording.ts';

/** A change of turn is pressed at most this many seconds from where it was heard. */
const reach = 14;

/** How late (s, may be negative) presses are against what is heard, learned from this meeting. */
export interface Habits {
  /** Turns that begin with a press for them. */
  readonly begins: number;
  /** The chair's words that name whoever follows: they end with the press, and begin before it. */
  readonly names: number;
}

/** Before anything is known: a naming takes about three seconds and is pressed as it ends. */
export const usualHabits: Habits = { begins: 0, names: -3 };

interface Laying {
  readonly line: Timeline;
  readonly units: readonly Unit[];
  readonly wordings: readonly Wording[];
  /** When each unit begins and ends on the meeting's clock, s. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly pauses: Float64Array;
  /** The person whose name each unit carries; −1: none or nobody's. */
  readonly persons: Int16Array;
}

/**
 * The slot of each unit: the cheapest way through the meeting that goes from slot to slot in order. A change of slot
 * costs the more the farther it is from the log's time for it, the less the more the captions speak for it (another
 * name, a silence, the end of a sentence, the chair's words), and a unit costs where its name is somebody else's.
 * Time and memory grow with the units times the slots within reach of one.
 */
export function layUnits(input: Laying, habits: Habits): Int32Array {
  const { line, units, from, to } = input;
  const slots = line.from.length;
  const heard = boundaryTimes(line, habits);
  const firsts = new Int32Array(units.length);
  const steps: Int32Array[] = [];
  let costs: Float64Array = new Float64Array(0);
  let lowBefore = 0;
  let lowest = 0;

  for (let i = 0; i < units.length; i++) {
    const at = from[i] ?? 0;
    const end = to[i] ?? at;
    while (lowest < slots - 1 && (heard[lowest + 1] ?? Infinity) < at - reach) lowest++;
    const low = lowest;
    let high = low;
    while (high < slots - 1 && (heard[high + 1] ?? Infinity) <= end + reach) high++;
    const next = new Float64Array(high - low + 1);
    const step = new Int32Array(next.length);
    if (i === 0) {
      for (let j = low; j <= high; j++) next[j - low] = start(heard, j, at) + saying(input, i, j);
    } else {
      const moved = changing(input, i);
      const stays = staying(input, i);
      // The cheapest way to have left a slot before this one for it, passing over those between.
      let leaving = Infinity;
      let left = lowBefore;
      // A change that falls into silence costs nothing, wherever in it the log has it.
      const quiet = to[i - 1] ?? at;
      const [until, since] = quiet <= at ? [quiet, at] : [(quiet + at) / 2, (quiet + at) / 2];
      for (let j = lowBefore; j <= high; j++) {
        const here = costs[j - lowBefore] ?? Infinity;
        if (j >= low) {
          const arriving = leaving + moved + greeting(input, i, j);
          const staying = here + stays;
          const cheaper = Math.min(arriving, staying);
          next[j - low] = cheaper + saying(input, i, j);
          step[j - low] = arriving < staying ? left : j;
        }
        if (here < leaving) {
          leaving = here;
          left = j;
        }
        leaving += passing(heard[j + 1] ?? Infinity, until, since, line, j);
      }
    }
    firsts[i] = low;
    steps.push(step);
    costs = next;
    lowBefore = low;
  }

  const result = new Int32Array(units.length);
  let at = lowBefore + (costs.length > 0 ? costs.indexOf(Math.min(...costs)) : 0);
  for (let i = units.length - 1; i >= 0; i--) {
    result[i] = at;
    at = i === 0 ? at : (steps[i]?.[at - (firsts[i] ?? 0)] ?? at);
  }
  return result;
}

/** Where the beginning of each slot is expected to be heard. */
function boundaryTimes(line: Timeline, { begins, names }: Habits): Float64Array {
  return Float64Array.from(line.from, (at, slot) => at + (isNaming(line, slot) ? names : begins));
}

/** The chair's turn of no length that a nomination made. */
export function isNaming(line: Timeline, slot: number): boolean {
  return line.chair[slot] === true && (line.to[slot] ?? 0) - (line.from[slot] ?? 0) < 0.5;
}

/** The price of a change heard between `until` and `since` (s) where it is expected at another moment. */
function passing(expected: number, until: number, since: number, line: Timeline, slot: number): number {
  const off = Math.max(0, until - expected, expected - since);
  return off / (isNaming(line, slot + 1) || isNaming(line, slot) ? 2 : 1.4);
}

/** The first caption may begin anywhere. */
function start(heard: Float64Array, slot: number, at: number): number {
  const begins = heard[slot] ?? -Infinity;
  const ends = heard[slot + 1] ?? Infinity;
  return Math.max(0, begins - at, at - ends);
}

/** What the captions say between two units against or for another speaker. */
function changing({ units, wordings, pauses }: Laying, i: number): number {
  const [before, unit] = [units[i - 1], units[i]];
  if (before === undefined || unit === undefined) return 0;
  let cost = unit.cut === 'form' ? 2.5 : unit.cut === 'stop' ? 0.8 : 0;
  cost += wordings[i - 1]?.sentence === true ? -0.6 : unit.cut === 'edge' ? 1.2 : 0;
  cost -= Math.min(pauses[i] ?? 0, 2.5) * 0.7;
  if (wordings[i - 1]?.ends === true) cost -= 0.7;
  if (wordings[i]?.begins === true) cost -= 0.7;
  if (before.name !== null && unit.name !== null) cost += before.name === unit.name ? 2 : -2;
  return cost;
}

function staying({ units }: Laying, i: number): number {
  const [before, unit] = [units[i - 1], units[i]];
  return before?.name != null && unit?.name != null && before.name !== unit.name ? 0.5 : 0;
}

/** Whether the first words in a slot are such as its speaker would begin with. */
function greeting({ wordings, line }: Laying, i: number, slot: number): number {
  return line.chair[slot] === true && wordings[i]?.presides === true ? -0.5 : 0;
}

/** What it costs that these words are said in this slot. */
function saying({ units, wordings, line, persons }: Laying, i: number, slot: number): number {
  const [unit, wording] = [units[i], wordings[i]];
  if (unit === undefined || wording === undefined) return 0;
  const weight = Math.min(1, unit.text.length / 8);
  if (line.empty[slot] === true) return 0.4 * weight;
  const person = persons[i] ?? -1;
  const holder = line.person[slot] ?? -1;
  let cost = 0;
  if (person >= 0 && holder >= 0) cost += (person === holder ? -1 : 2.5) * weight;
  if (person < 0 && wording.presides) cost += (line.chair[slot] === true ? -0.8 : 0.5) * weight;
  const { called } = wording;
  if (called.length > 0 && holder >= 0) {
    // Whoever is called speaks next, not now.
    if (called.includes(holder)) cost += 0.8 * weight;
    if (called.includes(line.person[slot + 1] ?? -1)) cost -= 0.8 * weight;
  }
  return cost;
}
