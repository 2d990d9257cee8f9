import type { PersonLine } from '../../shared/views/types/personLine.ts';

/** The people of a view by id. */
export type People = Readonly<Record<string, PersonLine>>;

/** What somebody is called on a screen: officials and the chair by title, members by name. */
export function nameOf(people: People, who: string): string {
  const person = people[who];
  if (person === undefined) return who;
  return isByTitle(person) ? (person.title ?? person.name) : person.name;
}

/** Whether さん follows: not after a title. */
export function takesHonorific(people: People, who: string): boolean {
  const person = people[who];
  return person !== undefined && !isByTitle(person);
}

function isByTitle(person: PersonLine): boolean {
  return person.role === 'official' || person.role === 'secretariat' || person.role === 'chair';
}
