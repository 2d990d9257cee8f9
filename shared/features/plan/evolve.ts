import type { Evolvers } from '../../meeting/decider.ts';
import { agendaOf } from '../agenda/agendaOf.ts';
import { expectedSeat } from '../attendance/state.ts';
import { seatOf } from '../../meeting/lookup.ts';
import { personMapOf, setPerson } from '../../meeting/personMap.ts';
import { rulesWithDefaults } from '../../rules/rules.ts';
import type { PlanEvents } from './events.ts';
import { rosterOf } from './rosterOf.ts';

export const planEvolvers: Evolvers<keyof PlanEvents> = {
  MeetingCreated: () => {
    throw new Error('A meeting is created once: this log is damaged');
  },
  PlanChanged: (state, event) => {
    const { people, agenda } = event;
    const { seats, recusals } = state.attendance;
    return {
      ...state,
      info: event.meeting ?? state.info,
      rules: event.rules === undefined ? state.rules : rulesWithDefaults(event.rules),
      profile: event.profile ?? state.profile,
      ...(agenda === undefined ? {} : { agenda: agendaOf(agenda) }),
      ...(people === undefined ? {} : { roster: { ...rosterOf(people), places: state.roster.places } }),
      attendance: {
        ...state.attendance,
        seats: people === undefined ? seats : personMapOf(people.map(({ id }) => [id, seatOf(state, id)])),
        recusals: Object.fromEntries(
          Object.entries(recusals).filter(
            ([who, item]) =>
              (people === undefined || people.some(({ id }) => id === who)) &&
              (agenda === undefined || agenda.some(({ id }) => id === item)),
          ),
        ),
      },
    };
  },
  PersonAdded: (state, { person }) => ({
    ...state,
    roster: {
      ...state.roster,
      people: { ...state.roster.people, [person.id]: person },
      order: [...state.roster.order, person.id],
    },
    attendance: {
      ...state.attendance,
      seats: setPerson(state.attendance.seats, person.id, expectedSeat),
    },
  }),
  SeatsArranged: (state, event) => ({
    ...state,
    roster: { ...state.roster, places: { ...state.roster.places, ...event.places } },
  }),
};
