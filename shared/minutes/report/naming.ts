import type { Person, PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { BlockOf } from '../block.ts';
import { nameOf } from '../render/people.ts';

/** What a report calls people, and which of their turns it tells of. */
export interface Naming {
  /** The lane in which a turn stands; null for a turn of which nothing is told. */
  turn(block: BlockOf<'turn'>, speaker: Person): Lane | null;
  /** The lane of a member who said nothing. */
  lane(person: Person): string;
  person(who: PersonId): string;
}

export interface Lane {
  /** What turns of one lane have in common. */
  readonly lane: string;
  readonly name: string;
  readonly role: Person['role'];
  /** A title, or the department; empty for an ordinary member. */
  readonly note: string;
}

/** Everybody by their own name, each in a lane of their own. */
export function byName(state: MeetingState): Naming {
  return {
    turn: (_, person) => ({ lane: person.id, name: person.name, role: person.role, note: noteOf(person) }),
    lane: ({ id }) => id,
    person: (who) => nameOf(state, who),
  };
}

/** What is worth saying beside a name: an office, or whose official it is; not that a member is a member. */
function noteOf({ name, role, title, department }: Omit<Person, 'id'>): string {
  if (role === 'member') return '';
  return [title, department].find((one) => one !== undefined && one !== '' && one !== name) ?? '';
}
