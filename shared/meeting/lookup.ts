import { expectedSeat } from '../features/attendance/state.ts';
import type { Seat } from '../features/attendance/state.ts';
import type { AgendaItem } from './agendaItem.ts';
import { isMemberRole } from './person.ts';
import type { Person, PersonId } from './person.ts';
import { getPerson } from './personMap.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { MeetingState, Roster } from './state.ts';

/*
 * Ids come from outside: `constructor` is a well-formed one. Only what a record holds itself is found.
 */

export function personOf(state: MeetingState, id: PersonId): Person | undefined {
  return Object.hasOwn(state.roster.people, id) ? state.roster.people[id] : undefined;
}

export function itemOf(state: MeetingState, id: string): AgendaItem | undefined {
  return Object.hasOwn(state.agenda.items, id) ? state.agenda.items[id] : undefined;
}

/** A person's seat; for somebody unknown, one that nobody has taken. */
export function seatOf(state: MeetingState, id: PersonId): Seat {
  return getPerson(state.attendance.seats, id) ?? expectedSeat;
}

/** The name as printed; for somebody unknown, the id. */
export function nameOf(state: MeetingState, id: PersonId): string {
  return personOf(state, id)?.name ?? id;
}

/** Whether this person holds a seat of the body. */
export function isMember(state: MeetingState, id: PersonId): boolean {
  const person = personOf(state, id);
  return person !== undefined && isMemberRole(person.role);
}

const membersByRoster = new WeakMap<Roster, readonly PersonId[]>();

/** The members on the roster, in its order. A roster hardly ever changes, and this is asked all the time. */
export function membersOf({ roster }: Pick<MeetingState, 'roster'>): readonly PersonId[] {
  const known = membersByRoster.get(roster);
  if (known !== undefined) return known;
  const members = roster.order.filter((id) => {
    const person = roster.people[id];
    return person !== undefined && isMemberRole(person.role);
  });
  membersByRoster.set(roster, members);
  return members;
}

export function unknownPerson(id: PersonId): Refusal {
  return refuse(
    'attendance/unknown-person',
    `名簿に「${id}」の人はいません。名簿にある人を選んでください。`,
    `Nobody on the roster has the id “${id}”. Choose somebody on the roster.`,
  );
}

export function unknownItem(id: string): Refusal {
  return refuse(
    'agenda/unknown-item',
    `次第に「${id}」の議題はありません。次第にある議題を選んでください。`,
    `The agenda has no item “${id}”. Choose one that is on the agenda.`,
  );
}
