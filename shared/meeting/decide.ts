import { agendaDeciders } from '../features/agenda/decide.ts';
import { attendanceDeciders } from '../features/attendance/decide.ts';
import { conductDeciders } from '../features/conduct/decide.ts';
import { confirmationDeciders } from '../features/confirmation/decide.ts';
import { electionDeciders } from '../features/elections/decide.ts';
import { floorDeciders } from '../features/floor/decide.ts';
import { planDeciders } from '../features/plan/decide.ts';
import { recordDeciders } from '../features/record/decide.ts';
import { voteDeciders } from '../features/votes/decide.ts';
import { writtenDeciders } from '../features/written/decide.ts';
import type { Command, Verb } from './commands.ts';
import type { Context } from './context.ts';
import type { Decide, Deciders, Decision } from './decider.ts';
import { permit } from './permissions.ts';
import type { MeetingState } from './state.ts';

/** Every verb and the function that decides it: a verb without one does not compile. */
const deciders: Deciders<Verb> = {
  ...planDeciders,
  ...attendanceDeciders,
  ...conductDeciders,
  ...confirmationDeciders,
  ...agendaDeciders,
  ...floorDeciders,
  ...voteDeciders,
  ...electionDeciders,
  ...writtenDeciders,
  ...recordDeciders,
};

/**
 * What follows from a command in this state: the events that happen, or a refusal that changes nothing. Pure: time,
 * author and an opened ballot box come in with the context.
 */
export function decide(state: MeetingState, command: Command, context: Context): Decision {
  const refusal = permit(state, command, context.actor);
  if (refusal !== null) return refusal;
  const decider = deciders[command.do] as Decide<Verb>;
  return decider(state, command, context);
}
