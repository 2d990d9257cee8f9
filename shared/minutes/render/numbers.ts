import type { AgendaState } from '../../features/agenda/state.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Profile } from '../profile/schema.ts';
import { numberIn } from '../profile/numberForm.ts';

/**
 * The number of every item as a profile prints it, in the header's agenda or in the body; without an entry where an
 * item has none. Parts count from 1 in each section. An item's own number (諮問第１２号) stands as it was given, and
 * is not counted. Parts of a joint item have the number of the whole.
 */
export function itemNumbers(
  numbering: Profile['numbering'],
  agenda: Pick<AgendaState, 'items' | 'order' | 'progress'>,
  where: 'agenda' | 'body',
): Readonly<Record<ItemId, string>> {
  const forms = where === 'body' ? (numbering.body ?? numbering.agenda) : numbering.agenda;
  const counted: Record<ItemId, number> = {};
  const numbers: Record<ItemId, string> = {};
  for (const id of agenda.order) {
    const item = agenda.items[id];
    if (item === undefined || (agenda.progress[id]?.joinedInto ?? null) !== null) continue;
    if (item.number !== undefined) {
      numbers[id] = item.number;
      continue;
    }
    if (numbering.without.includes(item.kind)) continue;
    const form = forms[Math.min(depthOf(agenda.items, id), forms.length) - 1] ?? '';
    const section = item.parent ?? '';
    const n = (counted[section] ?? 0) + 1;
    counted[section] = n;
    const number = form === '' ? '' : numberIn(form, n);
    if (number !== '') numbers[id] = number;
  }
  for (const id of agenda.order) {
    const whole = numbers[agenda.progress[id]?.joinedInto ?? ''];
    if (whole !== undefined) numbers[id] = whole;
  }
  return numbers;
}

/** From 1 for an item outside any section. */
export function depthOf(items: AgendaState['items'], id: ItemId): number {
  const above = new Set<ItemId>([id]);
  let depth = 1;
  for (let at = items[id]?.parent; at !== undefined && !above.has(at); at = items[at]?.parent) {
    above.add(at);
    depth++;
  }
  return depth;
}
