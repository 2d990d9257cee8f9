import { unconfirmed } from '../features/confirmation/state.ts';
import { expectedSeat } from '../features/attendance/state.ts';
import { agendaOf } from '../features/agenda/agendaOf.ts';
import { noElections } from '../features/elections/state.ts';
import { emptyFloor } from '../features/floor/state.ts';
import { initialRecord } from '../features/record/initialRecord.ts';
import { rosterOf } from '../features/plan/rosterOf.ts';
import { noVotes } from '../features/votes/state.ts';
import { notWritten } from '../features/written/state.ts';
import type { MeetingEvent } from './events.ts';
import { rulesWithDefaults } from '../rules/rules.ts';
import { emptyPersonMap, personMapOf } from './personMap.ts';
import type { MeetingState } from './state.ts';

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
    // What was stored before a group of rules was known has its defaults.
    rules: rulesWithDefaults(plan.rules),
    roster: rosterOf(plan.people),
    carriedOver: plan.carriedOver,
    carriedPromises: plan.carriedPromises ?? [],
    previous: plan.previous ?? null,
    attendance: {
      seats: personMapOf(plan.people.map((person) => [person.id, expectedSeat])),
      graces: emptyPersonMap(),
      recusals: {},
      permits: {},
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
    record: initialRecord(plan, event.at),
    confirmation: unconfirmed,
  };
}
