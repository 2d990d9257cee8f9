import type { Motion } from '../../features/votes/state.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';

export interface MotionLine {
  readonly no: number;
  readonly item: ItemId;
  readonly kind: Motion['kind'];
  readonly text: string;
  readonly who: PersonId | null;
  readonly seconders: readonly PersonId[];
  readonly secondersNeeded: number;
  readonly status: Motion['status'];
  /**
   * An amendment's place in the order of the votes among those of its item that were not put, from 1 (原案に遠い順). Null
   * for others, and where the chair decides which is put next.
   */
  readonly place: number | null;
  /** Why it cannot be put yet: seconders are missing, or an amendment farther from the original goes first. */
  readonly blocked: Sentence | null;
}
