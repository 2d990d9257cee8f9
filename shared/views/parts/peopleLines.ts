import type { MeetingState } from '../../meeting/state.ts';
import { personOf, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { personLines } from '../personLines.ts';
import type { PersonLine } from '../types/personLine.ts';

const noMarks: ReadonlyMap<PersonId, string> = new Map();

/**
 * Everybody on the roster by id, with how they take part. All see it: names and seats are on the table, and the hands
 * and votes of the others name people by id. Links, identity checks and reasons for leaving are the desk's alone.
 */
export const peopleLines = personLines(
  (state: MeetingState) => ({
    everybody: [state.roster],
    maps: [state.attendance.seats],
    marks: noMarks,
  }),
  (who, _marks, state): PersonLine => {
    const person = personOf(state, who);
    const { presence, channel } = seatOf(state, who);
    return {
      id: who,
      name: person?.name ?? who,
      kana: person?.kana ?? null,
      role: person?.role ?? 'observer',
      title: person?.title ?? null,
      department: person?.department ?? null,
      seat: person?.seat ?? null,
      presence,
      channel,
    };
  },
);
