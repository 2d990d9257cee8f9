import type { Timeline } from './timeline.ts';
import { firstFrom } from './timeline.ts';
import type { SpokenPeople } from './spokenPeople.ts';
import type { Unit } from './units.ts';

/** A name is somebody's by what it says only if at least this share of its time is in their turns. */
const leastByName = 0.3;
/** And by its time alone only with this share, over so many seconds. */
const leastByTime = 0.6;
const leastSeconds = 8;
/** So near (s) to a change of turn it is not plain whose the time is. */
const unsure = 2;

/** For each unit the person whose name it carries, by the letters of the name alone; −1: none. */
export function personsByName(units: readonly Unit[], people: SpokenPeople): Int16Array {
  const known = new Map<string | null, number>([[null, -1]]);
  return Int16Array.from(units, ({ name }) => {
    const person = known.get(name) ?? (name === null ? -1 : people.called(name));
    known.set(name, person);
    return person;
  });
}

/**
 * Whose each name in the captions is, now that the clock is known: who held the floor while it spoke. That outweighs
 * the letters (a borrowed account), and takes from a name that spoke in everybody's turns (the room's microphone) any
 * meaning. `times`: the units' middles, s of the meeting.
 */
export function ownersOfNames(
  units: readonly Unit[],
  times: Float64Array,
  line: Timeline,
  people: SpokenPeople,
): Map<string, number> {
  const spoken = new Map<string, { total: number; readonly by: Map<number, number> }>();
  units.forEach(({ name, from, to }, index) => {
    if (name === null) return;
    const at = times[index] ?? 0;
    const slot = firstFrom(line.from, at) - 1;
    const person = line.person[slot] ?? -1;
    if (person < 0 || at - (line.from[slot] ?? 0) < unsure || (line.to[slot] ?? 0) - at < unsure) return;
    const known = spoken.get(name) ?? { total: 0, by: new Map<number, number>() };
    spoken.set(name, known);
    known.total += to - from;
    known.by.set(person, (known.by.get(person) ?? 0) + to - from);
  });
  const owners = new Map<string, number>();
  for (const name of new Set(units.map((unit) => unit.name))) {
    if (name === null) continue;
    const called = people.called(name);
    const { total, by } = spoken.get(name) ?? { total: 0, by: new Map<number, number>() };
    const [person, most] = [...by].reduce((one, other) => (other[1] > one[1] ? other : one), [-1, 0]);
    if (total >= leastSeconds && most >= total * leastByTime) owners.set(name, person);
    else if (called >= 0 && (total < leastSeconds || (by.get(called) ?? 0) >= total * leastByName))
      owners.set(name, called);
  }
  return owners;
}
