import type { HandKind } from '../../features/floor/state.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Millis } from './millis.ts';

export interface TurnLine {
  readonly no: number;
  readonly who: PersonId;
  readonly since: Millis;
  readonly kind: 'speech' | 'explanation';
  /** This is the person's n-th turn from the queue on this item; 0 for officials and the chair. */
  readonly times: number;
  readonly channel: Channel | null;
  /** When this member's time on the item is used up (`floor.limit`); null without a limit, and for whoever leads. */
  readonly limitAt: Millis | null;
}

export interface QueueLine {
  readonly who: PersonId;
  readonly kind: HandKind;
  readonly raisedAt: Millis;
  readonly enteredAt: Millis;
  readonly source: 'self' | 'desk' | 'chair' | 'notice';
  readonly channel: Channel;
  /** Earlier turns from the queue on this item: 0 is 初めて. */
  readonly times: number;
  /** The link of this online member is lost; the hand stands. */
  readonly lost: boolean;
  /** Lines with the same number were raised at once (同時); null for a hand on its own. */
  readonly tie: number | null;
  /** Why it stands at this place, e.g. 受付 14:03:21 会場（事務局入力）. */
  readonly why: Sentence;
}

export interface FloorLine {
  readonly turn: TurnLine | null;
  readonly lastMember: PersonId | null;
  readonly listOpen: boolean;
  readonly queue: readonly QueueLine[];
  /** For each group of hands raised at once: the rule that ordered them, in words. */
  readonly ties: readonly { readonly tie: number; readonly note: Sentence }[];
}
