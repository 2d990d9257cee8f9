import type { Seat } from '../../features/attendance/state.ts';
import { seatOf } from '../../meeting/lookup.ts';
import type { Person, PersonId } from '../../meeting/person.ts';
import { part } from '../part.ts';
import type { PersonLine } from '../types.ts';

/**
 * Everybody on the roster by id, with how they take part. All see it: names and seats are on the table, and the hands
 * and votes of the others name people by id. Links, identity checks and reasons for leaving are the desk's alone.
 */
export const peopleLines = part(
  (state) => [state.roster, state.attendance.seats],
  (state): Readonly<Record<PersonId, PersonLine>> =>
    Object.fromEntries(
      Object.values(state.roster.people).map((person) => [
        person.id,
        personLine(person, seatOf(state, person.id)),
      ]),
    ),
);

function personLine(person: Person, seat: Seat): PersonLine {
  return {
    id: person.id,
    name: person.name,
    kana: person.kana ?? null,
    role: person.role,
    title: person.title ?? null,
    department: person.department ?? null,
    seat: person.seat ?? null,
    presence: seat.presence,
    channel: seat.channel,
  };
}
