import type { ItemId } from './agendaItem.ts';
import type { PersonId } from './person.ts';
import type { MeetingState } from './state.ts';

/** Whether somebody is excluded (除斥) from `item`, by itself or through an item taken together with it. */
export function isRecused(state: MeetingState, who: PersonId, item: ItemId | null): boolean {
  const { recusals } = state.attendance;
  if (item === null || !Object.hasOwn(recusals, who)) return false;
  const from = recusals[who] ?? '';
  return from === item || state.agenda.progress[from]?.joinedInto === item;
}
