import type { EventType, MeetingEvent } from '../meeting/events.ts';
import { evolve } from '../meeting/evolve.ts';
import { initialState } from '../meeting/initialState.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { MinutesBlock } from './block.ts';
import { Folding } from './folding.ts';
import { agendaFolds } from './folds/agenda.ts';
import { attendanceFolds } from './folds/attendance.ts';
import { conductFolds } from './folds/conduct.ts';
import { confirmationFolds } from './folds/confirmation.ts';
import { electionFolds } from './folds/elections.ts';
import { endTurn, floorFolds } from './folds/floor.ts';
import type { Fold, Folds } from './folds/fold.ts';
import { planFolds } from './folds/plan.ts';
import { recordFolds } from './folds/record.ts';
import { voteFolds } from './folds/votes.ts';
import { writtenFolds } from './folds/written.ts';
import type { MinutesModel } from './model.ts';
import { emptyMinutes } from './model.ts';

const folds: Folds<EventType> = {
  ...planFolds,
  ...attendanceFolds,
  ...conductFolds,
  ...confirmationFolds,
  ...agendaFolds,
  ...floorFolds,
  ...voteFolds,
  ...electionFolds,
  ...writtenFolds,
  ...recordFolds,
};

/**
 * Folds one event into the minutes, in place. `state` is the meeting's state after the event. Gives the blocks that
 * are new or were replaced, in reading order; takes time in proportion to them, however long the meeting has been.
 */
export function applyToMinutes(
  model: MinutesModel,
  event: MeetingEvent,
  state: MeetingState,
): MinutesBlock[] {
  const minutes = new Folding(model, event, state);
  (folds[event.type] as Fold<EventType>)(minutes, event);
  if (model.turn !== null && state.floor.turn?.no !== model.turn) endTurn(minutes);
  model.version = state.version;
  return minutes.changed();
}

/** The minutes of a whole log, which begins with MeetingCreated, and the state it ends in. */
export function minutesOf(events: Iterable<MeetingEvent>): { model: MinutesModel; state: MeetingState } {
  const model = emptyMinutes();
  let state: MeetingState | null = null;
  for (const event of events) {
    if (state !== null) state = evolve(state, event);
    else if (event.type === 'MeetingCreated') state = initialState(event);
    else throw new Error('A log begins with MeetingCreated');
    applyToMinutes(model, event, state);
  }
  if (state === null) throw new Error('A log begins with MeetingCreated');
  return { model, state };
}
