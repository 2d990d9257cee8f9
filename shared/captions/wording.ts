import { beginsTurn, endsSentence, endsTurn, presides } from './phrases.ts';
import type { SpokenPeople } from './spokenPeople.ts';
import type { Unit } from './units.ts';

/** What a unit's words say, whatever slot it comes into. */
export interface Wording {
  readonly presides: boolean;
  readonly begins: boolean;
  readonly ends: boolean;
  readonly sentence: boolean;
  readonly called: readonly number[];
}

export function wordingsOf(units: readonly Unit[], people: SpokenPeople): Wording[] {
  return units.map(({ text }) => ({
    presides: presides(text),
    begins: beginsTurn(text),
    ends: endsTurn(text),
    sentence: endsSentence(text),
    called: people.mentioned(text),
  }));
}
