import type { ItemId } from '../../meeting/agendaItem.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { Millis } from './millis.ts';

/** 発言通告, for whoever leads and for the desk: who wants to speak on an item, and about what. */
export interface NoticeLine {
  readonly who: PersonId;
  readonly item: ItemId;
  readonly text: string | null;
  readonly at: Millis;
}
