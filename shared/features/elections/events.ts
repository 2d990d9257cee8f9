import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { ElectionMethod, Office } from './state.ts';

export interface ElectionEvents {
  ElectionOpened: {
    election: number;
    item: ItemId;
    office: Office;
    method: ElectionMethod;
    eligible: readonly PersonId[];
  };
  /** `then`: a second nominee ends the election by acclamation; it goes on by ballot. */
  Nominated: { election: number; who: PersonId; then: ElectionMethod | null };
  /** `then`: the ballot that takes the place of the acclamation. */
  NominationObjected: { election: number; who: PersonId; then: ElectionMethod };
  /** A ballot went into the box: who took part, not for whom. */
  ElectionBallotCast: { election: number; round: number; who: PersonId };
  ElectionBallotsRecorded: {
    election: number;
    round: number;
    counts: Readonly<Record<PersonId, number>>;
    blank: number;
    invalid: number;
  };
  ElectionClosed: {
    election: number;
    round: number;
    counts: Readonly<Record<PersonId, number>>;
    blank: number;
    invalid: number;
    /** What follows: somebody has enough, a run-off between two, or a lot among these. */
    next: 'elected' | 'runoff' | 'lot';
    among: readonly PersonId[];
    /** What a lot is for, and who is sure of a place in the run-off without one. */
    lotFor: 'office' | 'runoffPlace' | null;
    placed: readonly PersonId[];
  };
  LotDrawn: {
    election: number;
    winner: PersonId;
    witnesses: readonly PersonId[];
    for: 'office' | 'runoffPlace';
  };
  ElectedDeclared: { election: number; who: PersonId; office: Office };
  Appointed: { who: PersonId; office: Office; by: PersonId | null };
}
