import type { AgendaState } from '../features/agenda/state.ts';
import type { AttendanceState } from '../features/attendance/state.ts';
import type { ConductState } from '../features/conduct/state.ts';
import type { ConfirmationState } from '../features/confirmation/state.ts';
import type { ElectionsState } from '../features/elections/state.ts';
import type { FloorState } from '../features/floor/state.ts';
import type { RecordState } from '../features/record/state.ts';
import type { VotesState } from '../features/votes/state.ts';
import type { WrittenState } from '../features/written/state.ts';
import type { Rules } from '../rules/rules.ts';
import type { Person, PersonId } from './person.ts';
import type { CarriedOver, CarriedPromise, MeetingInfo, Plan } from './plan.ts';

/** The roster. Roles are those held now: elections and appointments change them. */
export interface Roster {
  readonly people: Readonly<Record<PersonId, Person>>;
  readonly order: readonly PersonId[];
  /** Where each sits on the seat map, in its grid. */
  readonly places: Readonly<Record<PersonId, { readonly x: number; readonly y: number }>>;
}

/** A meeting as the fold of its log. Slices that an event does not touch keep their identity. */
export interface MeetingState {
  readonly id: string;
  /** How many events made this state: the position of the last one in the log. */
  readonly version: number;
  /** The time of the last event. */
  readonly at: number;
  readonly rehearsal: boolean;
  readonly profile: string;
  readonly source: string | null;
  readonly info: MeetingInfo;
  readonly rules: Rules;
  readonly roster: Roster;
  readonly carriedOver: readonly CarriedOver[];
  readonly carriedPromises: readonly CarriedPromise[];
  /** The meeting this one was made from, where it was. */
  readonly previous: NonNullable<Plan['previous']> | null;
  readonly attendance: AttendanceState;
  readonly conduct: ConductState;
  readonly agenda: AgendaState;
  readonly floor: FloorState;
  readonly votes: VotesState;
  readonly elections: ElectionsState;
  readonly written: WrittenState;
  readonly record: RecordState;
  readonly confirmation: ConfirmationState;
}
