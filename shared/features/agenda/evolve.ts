import type { Evolvers } from '../../meeting/decider.ts';
import type { AgendaItem, ItemId } from '../../meeting/agendaItem.ts';
import { itemOf } from '../../meeting/lookup.ts';
import { emptyPersonMap } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { endTurn } from '../floor/endTurn.ts';
import { pauseItemClock, progressOf, withProgress } from './clock.ts';
import type { AgendaEvents } from './events.ts';
import { plannedProgress } from './state.ts';
import type { AgendaState } from './state.ts';

export const agendaEvolvers: Evolvers<keyof AgendaEvents> = {
  ItemStarted: (state, event) => {
    // What was said between the items belongs to neither.
    const quiet = endTurn(state, event.at);
    const started = withProgress(quiet, event.item, {
      status: 'current',
      startedAt: progressOf(state, event.item).startedAt ?? event.at,
      endedAt: null,
      runningSince: event.at,
    });
    return {
      ...withAgenda(started, { current: event.item }),
      floor: {
        ...quiet.floor,
        lastMember: null,
        hands: [],
        overrides: [],
        listOpen: true,
        spoken: emptyPersonMap(),
        recognized: [],
        lastChannel: null,
      },
    };
  },
  ItemEnded: (state, event) => {
    const quiet = pauseItemClock(endTurn(state, event.at), event.at);
    const ended = withProgress(quiet, event.item, { status: 'ended', endedAt: event.at });
    return withAgenda(ended, { current: null });
  },
  ItemAdded: (state, event) => {
    const { items, order, progress } = state.agenda;
    const place = event.after === null ? order.length : order.indexOf(event.after) + 1;
    return withAgenda(state, {
      items: { ...items, [event.item.id]: event.item },
      order: order.toSpliced(place, 0, event.item.id),
      progress: { ...progress, [event.item.id]: plannedProgress },
    });
  },
  ItemClosedToPublic: (state, { item, reason }) => withPublic(state, item, { open: false, reason }),
  ItemOpenedToPublic: (state, { item }) => withPublic(state, item, { open: true }),
  ItemsJoined: (state, event) => {
    const [first, ...others] = event.items;
    const lead = first === undefined ? undefined : itemOf(state, first);
    if (lead === undefined) return state;
    const titles = event.items.flatMap((id) => {
      const part = itemOf(state, id);
      return part === undefined ? [] : (part.joint ?? [part.title]);
    });
    const joined = others.reduce(
      (now, id) => withProgress(now, id, { status: 'joined', joinedInto: lead.id }),
      state,
    );
    return withAgenda(joined, {
      items: {
        ...state.agenda.items,
        [lead.id]: { ...lead, title: event.title ?? lead.title, joint: titles },
      },
    });
  },
};

function withPublic(
  state: MeetingState,
  id: ItemId,
  publicity: NonNullable<AgendaItem['public']>,
): MeetingState {
  const item = itemOf(state, id);
  if (item === undefined) return state;
  return withAgenda(state, { items: { ...state.agenda.items, [id]: { ...item, public: publicity } } });
}

function withAgenda(state: MeetingState, change: Partial<AgendaState>): MeetingState {
  return { ...state, agenda: { ...state.agenda, ...change } };
}
