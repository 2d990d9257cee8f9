import { agendaEvolvers } from '../features/agenda/evolve.ts';
import { attendanceEvolvers } from '../features/attendance/evolve.ts';
import { conductEvolvers } from '../features/conduct/evolve.ts';
import { confirmationEvolvers } from '../features/confirmation/evolve.ts';
import { electionEvolvers } from '../features/elections/evolve.ts';
import { floorEvolvers } from '../features/floor/evolve.ts';
import { planEvolvers } from '../features/plan/evolve.ts';
import { recordEvolvers } from '../features/record/evolve.ts';
import { voteEvolvers } from '../features/votes/evolve.ts';
import { writtenEvolvers } from '../features/written/evolve.ts';
import type { Evolve, Evolvers } from './decider.ts';
import type { EventType, MeetingEvent } from './events.ts';
import type { MeetingState } from './state.ts';

const evolvers: Evolvers<EventType> = {
  ...planEvolvers,
  ...attendanceEvolvers,
  ...conductEvolvers,
  ...confirmationEvolvers,
  ...agendaEvolvers,
  ...floorEvolvers,
  ...voteEvolvers,
  ...electionEvolvers,
  ...writtenEvolvers,
  ...recordEvolvers,
};

/** The state after an event. What the event does not touch keeps its identity. */
export function evolve(state: MeetingState, event: MeetingEvent): MeetingState {
  const next = (evolvers[event.type] as Evolve<EventType>)(state, event);
  return { ...next, version: state.version + 1, at: event.at };
}
