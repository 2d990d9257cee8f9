import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { PersonMap } from '../../meeting/personMap.ts';

export type Office = 'chair' | 'deputyChair';
export type ElectionMethod = 'acclaimByNomination' | 'majorityRunoff' | 'plurality';

/** Ballot papers counted by hand. */
export interface Papers {
  readonly counts: Readonly<Record<PersonId, number>>;
  readonly blank: number;
  readonly invalid: number;
}

/** One count of an election. `counts` are votes for each candidate, null until the round is closed. */
export interface ElectionRound {
  readonly no: number;
  /** Who may be voted for; null: every member. In a run-off, the two. */
  readonly candidates: readonly PersonId[] | null;
  /** What the desk entered before the close; added to the box. */
  readonly papers: Papers | null;
  readonly counts: Readonly<Record<PersonId, number>> | null;
  readonly blank: number;
  readonly invalid: number;
  readonly closed: boolean;
}

/** The election of a chair or a deputy from among the members (互選). */
export interface Election {
  readonly no: number;
  readonly item: ItemId;
  readonly office: Office;
  readonly method: ElectionMethod;
  readonly openedAt: number;
  readonly eligible: readonly PersonId[];
  readonly nominees: readonly PersonId[];
  readonly objections: readonly PersonId[];
  readonly rounds: readonly ElectionRound[];
  /** Who has cast a ballot in the running round; the ballots themselves lie in the box. */
  readonly took: PersonMap<true>;
  /** The round cannot decide; a lot among these must (くじ). */
  readonly lotAmong: readonly PersonId[] | null;
  readonly lotFor: 'office' | 'runoffPlace' | null;
  /** Sure of a place in the run-off while lots are drawn for the other. */
  readonly placed: readonly PersonId[];
  readonly lot: { readonly winner: PersonId; readonly witnesses: readonly PersonId[] } | null;
  /** Who has enough votes, or drew the lot; in the office once `declared`. */
  readonly winner: PersonId | null;
  readonly elected: PersonId | null;
  /** `abandoned`: begun anew before it came to a declaration. */
  readonly status: 'open' | 'counted' | 'declared' | 'abandoned';
}

export interface ElectionsState {
  readonly elections: readonly Election[];
  /** Who holds an office by an election or an appointment made in this meeting. */
  readonly offices: Readonly<
    Partial<Record<Office, { readonly who: PersonId; readonly by: 'elected' | 'appointed' }>>
  >;
}

export const noElections: ElectionsState = { elections: [], offices: {} };
