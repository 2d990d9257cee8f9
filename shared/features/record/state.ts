import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Source } from '../../meeting/plan.ts';
import type { CaptionsTaken } from './captions.ts';
import type { Edits } from './edits.ts';
import type { LeaveRequest } from './leave.ts';
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
    readonly source: Source | null;
  } | null;
  readonly response: { readonly text: string; readonly at: number; readonly by: string } | null;
}

export interface Promised {
  readonly no: number;
  /** The item it was made on; for one carried over, the item under which it is reported on. */
  readonly item: ItemId;
  /** Null where it is carried over and who made it is on this roster no more. */
  readonly from: PersonId | null;
  readonly text: string;
  readonly due: string | null;
  /** Where it was carried over from: the meeting (第４回), on what it was made, and by whom. */
  readonly carried: {
    readonly origin: string;
    readonly item: string;
    readonly name: string;
    readonly department: string;
    readonly source: Source | null;
  } | null;
  readonly fulfilled: { readonly text: string; readonly at: number } | null;
}

export interface RecordState {
  readonly conclusions: Readonly<
    Record<
      ItemId,
      /** `text` is null where the profile's sentence for the outcome stands. */
      {
        readonly text: string | null;
        readonly conditions: readonly string[];
        /** What the body concluded was agreement: all but minutes of an earlier meeting that it did not confirm. */
        readonly agreed: boolean;
        readonly at: number;
      }
    >
  >;
  readonly opinions: readonly Opinion[];
  readonly promises: readonly Promised[];
  readonly turns: TurnTexts;
  /** Caption files taken in, by number; a meeting begun by an earlier program may lack the list. */
  readonly captions?: readonly CaptionsTaken[];
  /** 取消し・訂正の申出, by number. */
  readonly leaves: readonly LeaveRequest[];
  /** Every editing of turns, by its running number. */
  readonly edits: Edits;
  /** What was split off turns, in the order it was made: the first is the turn `firstPart`. */
  readonly parts: readonly TurnPart[];
}

/** A part that the desk split off: of which of the floor's turns it is, and who spoke it. */
export interface TurnPart {
  readonly of: number;
  readonly who: PersonId;
  /** The part or turn that it was split off, behind which it stands. */
  readonly after: number;
}
