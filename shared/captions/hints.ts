import type { Unit } from './units.ts';
import type { Wording } from './wording.ts';

/** What speaks for a change of speaker just before a unit; seconds of the file. */
export interface Hint {
  readonly at: number;
  /** From 0 (nothing) to about 1 (another name in the captions). */
  readonly weight: number;
}

/** Somebody is named as the next to speak. */
export interface Mention {
  readonly at: number;
  readonly person: number;
  readonly weight: number;
}

/** The silence before each unit, s; never negative. */
export function pausesBefore(units: readonly Unit[]): Float64Array {
  const pauses = new Float64Array(units.length);
  let end = -Infinity;
  units.forEach(({ from, to }, index) => {
    pauses[index] = Math.max(0, from - end);
    end = Math.max(end, to);
  });
  return pauses;
}

export function hintsOf(units: readonly Unit[], wordings: readonly Wording[], pauses: Float64Array): Hint[] {
  const named = units.filter(({ name }) => name !== null).length > units.length / 2;
  const plain = named ? 0.3 : 1;
  const hints: Hint[] = [];
  for (let i = 1; i < units.length; i++) {
    const [before, unit] = [units[i - 1], units[i]];
    if (before === undefined || unit === undefined) continue;
    let weight = 0;
    if (before.name !== null && unit.name !== null && before.name !== unit.name) weight += 0.9;
    const pause = pauses[i] ?? 0;
    if (pause >= 0.5) weight += plain * 0.5 * (Math.min(pause, 3) / 3);
    if (unit.cut !== 'form' && wordings[i - 1]?.sentence === true) {
      if (wordings[i - 1]?.ends === true) weight += plain * 0.3;
      if (wordings[i]?.begins === true) weight += plain * 0.3;
    }
    if (weight > 0) hints.push({ at: unit.from, weight: Math.min(weight, 1.2) });
  }
  return hints;
}

export function mentionsOf(units: readonly Unit[], wordings: readonly Wording[]): Mention[] {
  return units.flatMap((unit, index) => {
    const wording = wordings[index];
    if (wording === undefined || wording.called.length === 0) return [];
    const calls = wording.presides || wording.ends || wordings[index + 1]?.ends === true;
    return [...new Set(wording.called)].map((person) => ({ at: unit.to, person, weight: calls ? 1 : 0.35 }));
  });
}
