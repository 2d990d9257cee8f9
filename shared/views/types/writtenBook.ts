import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Choice } from '../../rules/rules.ts';
import type { Millis } from './millis.ts';
import type { WrittenStanding } from './writtenStanding.ts';

/** For the desk of a written meeting: who has replied with what, who is missing, and what to write to them. */
export interface WrittenBook extends WrittenStanding {
  readonly consents: Readonly<Record<PersonId, boolean>>;
  readonly replies: Readonly<
    Record<
      PersonId,
      {
        readonly questions: number;
        readonly decided: readonly ItemId[];
        readonly missing: readonly ItemId[];
        /** When the last of it came. */
        readonly at: Millis | null;
        readonly late: boolean;
      }
    >
  >;
  /** Who asked each question, by its number. */
  readonly askers: Readonly<Record<number, PersonId>>;
  /** What members decided, by item, in the roster's order. */
  readonly decisions: Readonly<
    Record<
      ItemId,
      readonly {
        readonly who: PersonId;
        readonly choice: Choice;
        readonly opinion: string | null;
        readonly at: Millis;
        readonly late: boolean;
      }[]
    >
  >;
  /** A reminder to copy into a mail for each who is missing. */
  readonly reminders: Readonly<Record<PersonId, string>>;
  /** The body's sentence for each item, as the replies stand; what the minutes will say. */
  readonly sentences: Readonly<Record<ItemId, string>>;
  /** The notice of the result to copy into a mail. */
  readonly notice: string;
}
