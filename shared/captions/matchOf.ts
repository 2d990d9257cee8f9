import type { Hint, Mention } from './hints.ts';
import { firstFrom } from './timeline.ts';
import type { Timeline } from './timeline.ts';

/** How well captions and log agree. */
export interface CaptionMatch {
  /** Changes of turn while there were captions. */
  readonly changes: number;
  /** The share of them (0 to 1) at which the captions, too, strongly hint at a change. */
  readonly found: number;
  /** The same share when the captions are deliberately laid elsewhere. */
  readonly chance: number;
  /** The share of captions that lie in the meeting or shortly before or after it. */
  readonly within: number;
  /** `poor`: no better than any other meeting's captions. `unsure`: too few changes to tell. */
  readonly verdict: 'good' | 'poor' | 'unsure';
}

/** A hint is at a change when it is this near, s. */
const near = 2;
/** Whoever is named begins from so long before to so long after the naming ends, s. */
const namedBefore = 1.5;
const namedAfter = 5;
/** Where there are no captions within this many seconds, nothing can be expected of them. */
const around = 20;
/** Deliberately wrong shifts, s. */
const elsewhere = [17, 29, 43, 61, 83, 109, 137, 167, 199, 233].flatMap((off) => [off, -off]);
/** By chance one change in five has a hint as strong as what counts as found. */
const strength = 0.8;
const fewest = 12;
/** Of all possible shifts the best was taken: unrelated captions reach about four and a half deviations so. */
const deviations = 6;
const leastGain = 0.12;
/** Captions of this meeting lie for a good part in it, a quarter of an hour (s) before and after included. */
const half = 0.5;
const margin = 900;

/**
 * Judges a clock by the log alone: at how many changes of turn the captions hint at one, against the same captions laid
 * elsewhere. `at` maps the file's seconds to the meeting's; `spoken`: when
 * the units begin, on the meeting's clock.
 */
export function matchOf(
  line: Timeline,
  hints: readonly Hint[],
  mentions: readonly Mention[],
  at: (seconds: number) => number,
  spoken: Float64Array,
): CaptionMatch {
  const times = hints.map((hint) => at(hint.at));
  const named = new Map<number, number[]>();
  for (const mention of mentions) {
    const known = named.get(mention.person) ?? [];
    known.push(at(mention.at));
    named.set(mention.person, known);
  }
  const changes: { readonly at: number; readonly person: number }[] = [];
  line.from.forEach((from, slot) => {
    const next = spoken[firstFrom(spoken, from - around)] ?? Infinity;
    if (!Number.isFinite(from) || next > from + around) return;
    const person = line.person[slot] ?? -1;
    if (changes.at(-1)?.at === from) changes.pop();
    changes.push({ at: from, person });
  });
  const score = ({ at: change, person }: { at: number; person: number }, off: number): number => {
    let best = 0;
    for (let i = firstFrom(times, change + off - near); i < times.length; i++) {
      if ((times[i] ?? Infinity) > change + off + near) break;
      best = Math.max(best, hints[i]?.weight ?? 0);
    }
    const calls = named.get(person) ?? [];
    const call = calls[firstFrom(calls, change + off - namedAfter)] ?? Infinity;
    return call <= change + off + namedBefore ? Math.max(best, 1) : best;
  };
  const right = changes.map((change) => score(change, 0));
  const wrong = elsewhere
    .flatMap((off) => changes.map((change) => score(change, off)))
    .toSorted((a, b) => a - b);
  const level = Math.max(0.05, wrong[Math.floor(wrong.length * strength)] ?? 0);
  const share = (scores: readonly number[]) =>
    scores.length === 0 ? 0 : scores.filter((one) => one > level - 1e-9).length / scores.length;
  const first = line.changes[0] ?? 0;
  const within =
    spoken.filter((one) => one > first - margin && one < line.length + margin).length /
    Math.max(1, spoken.length);
  const found = share(right);
  const chance = share(wrong);
  const deviation = Math.sqrt((Math.max(chance, 0.02) * (1 - chance)) / Math.max(1, right.length));
  const usual = mean(wrong);
  const spread = Math.sqrt(mean(wrong.map((one) => (one - usual) ** 2)) / Math.max(1, right.length));
  const stands = Math.max((found - chance) / deviation, (mean(right) - usual) / Math.max(1e-9, spread));
  return {
    changes: changes.length,
    found,
    chance,
    within,
    verdict:
      stands >= deviations && found - chance >= leastGain
        ? 'good'
        : changes.length < fewest && within >= half
          ? 'unsure'
          : 'poor',
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
