import type { Person } from '../../meeting/person.ts';
import type { Roster } from '../../meeting/state.ts';

/** The roster as the plan lists it, nobody placed on the seat map yet. */
export function rosterOf(people: readonly Person[]): Roster {
  return {
    people: Object.fromEntries(people.map((person) => [person.id, person])),
    order: people.map((person) => person.id),
    places: {},
  };
}
