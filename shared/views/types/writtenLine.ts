import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Millis } from './millis.ts';
import type { CountsLine } from './voteLine.ts';

export interface WrittenRoundLine {
  readonly no: number;
  readonly kind: 'questions' | 'answers' | 'decisions';
  readonly openedAt: Millis;
  readonly deadline: Millis | null;
  readonly closedAt: Millis | null;
}

export interface WrittenLine {
  readonly dispatchedAt: Millis | null;
  readonly documents: readonly string[];
  /** Consent to hold the meeting in writing: whose it takes, how many answered, agreed, and must agree. */
  readonly consent: {
    readonly of: 'chair' | 'members';
    readonly asked: number;
    readonly agreed: number;
    readonly needed: number;
  };
  /** What the dispatch announced for rounds that have not begun. */
  readonly announced: Readonly<Partial<Record<WrittenRoundLine['kind'], Millis>>>;
  /** In the order in which they began; those with `closedAt: null` run. */
  readonly rounds: readonly WrittenRoundLine[];
  /** The items that members are asked to decide on. */
  readonly decides: readonly ItemId[];
  /** Whether abstaining is one of the answers. */
  readonly mayAbstain: boolean;
  /** How many members there are, and how many of them have decided on everything they are asked. */
  readonly members: number;
  readonly replied: number;
  readonly questions: readonly {
    readonly no: number;
    readonly item: ItemId;
    readonly text: string;
    readonly at: Millis;
    readonly answers: readonly { readonly by: PersonId; readonly text: string; readonly at: Millis }[];
  }[];
  readonly results: Readonly<
    Record<
      ItemId,
      {
        readonly counts: CountsLine;
        readonly required: number;
        readonly outcome: 'carried' | 'rejected' | 'noQuorum';
        readonly explanation: Sentence;
      }
    >
  >;
  readonly notifiedAt: Millis | null;
}
