import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { TurnTexts } from './turnTexts.ts';

export interface Opinion {
  readonly no: number;
  /** The item of this meeting it belongs to; for one carried over, the item under which answers are reported. */
  readonly item: ItemId;
  readonly text: string;
  readonly from: PersonId | null;
  /** Where it was carried over from: the meeting (第４回), what it was about, and its number there. */
  readonly carried: {
    readonly origin: string;
    readonly item: string;
    readonly department: string;
    readonly no: number;
  } | null;
  readonly response: { readonly text: string; readonly at: number; readonly by: string } | null;
}

export interface Promised {
  readonly no: number;
  readonly item: ItemId;
  readonly from: PersonId;
  readonly text: string;
  readonly due: string | null;
  readonly fulfilled: { readonly text: string; readonly at: number } | null;
}

export interface RecordState {
  readonly conclusions: Readonly<
    Record<
      ItemId,
      /** `text` is null where the profile's sentence for the outcome stands. */
      { readonly text: string | null; readonly conditions: readonly string[]; readonly at: number }
    >
  >;
  readonly opinions: readonly Opinion[];
  readonly promises: readonly Promised[];
  readonly turns: TurnTexts;
}
