import type { Person } from '../../../shared/meeting/person.ts';

/** An id that nobody on the roster has: p01, p02 … */
export function freshPersonId(people: readonly Person[]): string {
  const taken = new Set(people.map((person) => person.id));
  for (let no = 1; ; no++) {
    const id = `p${String(no).padStart(2, '0')}`;
    if (!taken.has(id)) return id;
  }
}
