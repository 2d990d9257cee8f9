import { expectedSeat } from '../features/attendance/state.ts';
import { plannedProgress } from '../features/agenda/state.ts';
import type { AgendaState } from '../features/agenda/state.ts';
import { noElections } from '../features/elections/state.ts';
import { emptyFloor } from '../features/floor/state.ts';
import { initialRecord } from '../features/record/initialRecord.ts';
import { noVotes } from '../features/votes/state.ts';
import { notWritten } from '../features/written/state.ts';
import type { AgendaItem } from './agendaItem.ts';
import type { MeetingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Person } from './person.ts';
import type { MeetingState, Roster } from './state.ts';

/** The state after the first event of a log. */
export function initialState(event: MeetingEvent<'MeetingCreated'>): MeetingState {
  const { plan } = event;
  return {
    id: event.meeting,
    version: 1,
    at: event.at,
    rehearsal: event.rehearsal,
    profile: plan.profile,
    source: plan.source ?? null,
    info: plan.meeting,
    rules: plan.rules,
    roster: rosterOf(plan.people),
    carriedOver: plan.carriedOver,
    attendance: {
      seats: Object.fromEntries(plan.people.map((person) => [person.id, expectedSeat])),
      graces: {},
      recusals: {},
      observers: 0,
      quorumLostAt: null,
    },
    conduct: {
      status: 'preparing',
      openedAt: null,
      closedAt: null,
      recess: null,
      presiding: null,
      standsInFor: null,
      screen: { scene: 'auto', notice: null, size: 'normal' },
    },
    agenda: agendaOf(plan.agenda),
    floor: emptyFloor,
    votes: noVotes,
    elections: noElections,
    written: notWritten,
    record: initialRecord(plan.carriedOver),
  };
}

export function rosterOf(people: readonly Person[]): Roster {
  return {
    people: Object.fromEntries(people.map((person) => [person.id, person])),
    order: people.map((person) => person.id),
    places: {},
  };
}

export function agendaOf(items: readonly AgendaItem[]): AgendaState {
  return {
    items: Object.fromEntries(items.map((item) => [item.id, item])),
    order: items.map((item) => item.id),
    progress: Object.fromEntries(items.map((item) => [item.id, plannedProgress])),
    current: null,
  };
}

/** The state after a whole log. Throws for a log that does not begin with MeetingCreated: it is damaged. */
export function replay(events: readonly MeetingEvent[]): MeetingState {
  const [first, ...rest] = events;
  if (first?.type !== 'MeetingCreated') throw new Error('A log begins with MeetingCreated');
  return rest.reduce(evolve, initialState(first));
}
