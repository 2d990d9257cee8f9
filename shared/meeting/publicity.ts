import type { ItemId } from './agendaItem.ts';
import { itemOf } from './lookup.ts';
import type { MeetingState } from './state.ts';

/** Why the public may not attend this item, by itself or through one taken together with it; null: it may. */
export function closedBecause(state: MeetingState, item: ItemId | null): string | null {
  if (item === null) return null;
  const own = itemOf(state, item)?.public;
  if (own?.open === false) return own.reason;
  for (const [part, { joinedInto }] of Object.entries(state.agenda.progress)) {
    const of = joinedInto === item ? itemOf(state, part)?.public : undefined;
    if (of?.open === false) return of.reason;
  }
  return null;
}

/** Whether somebody is kept out of this item because they are online and it is closed (`online.closedSession`). */
export function keptOut(state: MeetingState, channel: string | null, item: ItemId | null): boolean {
  return channel === 'online' && !state.rules.online.closedSession && closedBecause(state, item) !== null;
}
