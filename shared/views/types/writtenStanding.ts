import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { CountsLine } from './voteLine.ts';

/** How the decisions of a written meeting stand: for the desk, to whom members reply, and the chair. */
export interface WrittenStanding {
  /** Members who have not decided on everything they are asked, in the roster's order. */
  readonly missing: readonly PersonId[];
  /** Each item as the replies stand. */
  readonly interim: Readonly<
    Record<
      ItemId,
      {
        readonly counts: CountsLine;
        readonly required: number;
        readonly quorum: number;
        readonly outcome: 'carried' | 'rejected' | 'noQuorum';
        readonly explanation: Sentence;
      }
    >
  >;
}
