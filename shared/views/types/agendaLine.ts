import type { AgendaItem, ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { VoteMethodName } from '../../rules/rules.ts';
import type { Millis } from './millis.ts';

export interface AgendaLine {
  readonly id: ItemId;
  readonly title: string;
  readonly short: string | null;
  /** As the body's profile prints it: （１）, 1., ①. Empty for an item without a number. */
  readonly number: string;
  readonly kind: AgendaItem['kind'];
  readonly parent: ItemId | null;
  readonly joint: readonly string[];
  readonly official: PersonId | null;
  readonly department: string | null;
  readonly method: VoteMethodName | null;
  readonly status: 'planned' | 'current' | 'ended' | 'joined';
  readonly plannedMinutes: number | null;
  readonly startedAt: Millis | null;
  readonly endedAt: Millis | null;
  readonly spent: number;
  readonly runningSince: Millis | null;
  /** 承認, 否決 …, once declared; what the profile calls it. */
  readonly outcome: Sentence | null;
  /** Why it is closed to the public (非公開); null where it is open. */
  readonly closedReason: string | null;
  /** A closed vote of this item still waits for its declaration. */
  readonly undeclared: boolean;
}
