import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';

export interface ElectionLine {
  readonly no: number;
  readonly item: ItemId;
  readonly office: 'chair' | 'deputyChair';
  readonly method: 'acclaimByNomination' | 'majorityRunoff' | 'plurality';
  readonly status: 'open' | 'counted' | 'declared' | 'abandoned';
  readonly nominees: readonly PersonId[];
  readonly objections: number;
  readonly round: number;
  readonly candidates: readonly PersonId[] | null;
  readonly eligible: number;
  readonly took: number;
  /** Ballot papers counted by hand so far, whatever they say. */
  readonly papers: number;
  /** Of the running round; null until it is closed. */
  readonly counts: Readonly<Record<PersonId, number>> | null;
  readonly blank: number;
  readonly invalid: number;
  readonly lotAmong: readonly PersonId[] | null;
  /** Who has enough votes or drew the lot; in office once `status` is `declared`. */
  readonly elected: PersonId | null;
  readonly explanation: Sentence | null;
}
