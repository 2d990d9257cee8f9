import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Millis } from './millis.ts';

/** 取消し・訂正の申出 that waits: who asks it of which of their turns, why, and whose leave it takes. */
export interface LeaveLine {
  readonly no: number;
  readonly who: PersonId;
  readonly turn: number;
  readonly to: 'withdraw' | 'correct';
  readonly why: string;
  readonly item: ItemId | null;
  /** When it was asked. */
  readonly at: Millis;
  /** The words as they are, and as they are to be; those of a withdrawal are to be none. */
  readonly before: string;
  readonly after: string | null;
  readonly leave: 'body' | 'chair';
}
