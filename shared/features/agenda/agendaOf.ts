import type { AgendaItem } from '../../meeting/agendaItem.ts';
import { plannedProgress } from './state.ts';
import type { AgendaState } from './state.ts';

/** The agenda as the plan lists it, nothing taken up yet. */
export function agendaOf(items: readonly AgendaItem[]): AgendaState {
  return {
    items: Object.fromEntries(items.map((item) => [item.id, item])),
    order: items.map((item) => item.id),
    progress: Object.fromEntries(items.map((item) => [item.id, plannedProgress])),
    current: null,
  };
}
