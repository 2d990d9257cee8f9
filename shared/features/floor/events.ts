import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import type { Hand, HandKind } from './state.ts';

export interface FloorEvents {
  HandRaised: { who: PersonId; kind: HandKind; raisedAt: number; source: Hand['source']; channel: Channel };
  /** `cause`: taken down, called to speak, left the meeting, or the item ended. */
  HandLowered: { who: PersonId; cause: 'said' | 'recognized' | 'left' | 'itemEnded' };
  /** The chair named the next speaker. `overruled`: who stood before them in the queue, if anybody. */
  Recognized: {
    who: PersonId;
    hand: HandKind | null;
    overruled: readonly PersonId[];
    /** They had used up the times or the time the rules allow; the chair let them speak all the same. */
    overLimit: boolean;
  };
  /** Somebody has the floor from now on: turn `turn` of the meeting. Ends the turn before it. */
  TurnBegan: {
    turn: number;
    who: PersonId;
    kind: 'speech' | 'explanation';
    item: ItemId | null;
    fromQueue: boolean;
  };
  FloorYielded: { who: PersonId };
  /** 資料により説明: the official's turn `turn` is an explanation of `item`. */
  ExplanationBegan: { turn: number; who: PersonId; item: ItemId; document: string | null };
  ExplanationEnded: { turn: number; who: PersonId; item: ItemId; ms: number };
  ListClosed: Record<never, never>;
  ListOpened: Record<never, never>;
  NoticeGiven: { who: PersonId; item: ItemId; text: string | null };
  NoticeWithdrawn: { who: PersonId; item: ItemId };
  HandReordered: { who: PersonId; before: PersonId | null; why: string };
}
