import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';

/** An opinion attached to an item (附帯意見), and whether it was answered. */
export interface OpinionLine {
  readonly no: number;
  readonly item: ItemId;
  readonly text: string;
  readonly answered: boolean;
  /** Of an earlier meeting: which one, on what, to which department, and its number there. */
  readonly carried: {
    readonly origin: string;
    readonly item: string;
    readonly department: string;
    readonly no: number;
  } | null;
}

/** What was promised for later (宿題). */
export interface PromiseLine {
  readonly no: number;
  readonly item: ItemId;
  readonly from: PersonId | null;
  readonly text: string;
  readonly due: string | null;
  readonly fulfilled: boolean;
  /** Of an earlier meeting: which one, on what, and who promised it. */
  readonly carried: { readonly origin: string; readonly item: string; readonly name: string } | null;
}
