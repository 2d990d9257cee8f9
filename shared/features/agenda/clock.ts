import type { ItemId } from '../../meeting/agendaItem.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { plannedProgress } from './state.ts';
import type { ItemProgress } from './state.ts';

export function progressOf(state: MeetingState, item: ItemId): ItemProgress {
  return state.agenda.progress[item] ?? plannedProgress;
}

export function withProgress(state: MeetingState, item: ItemId, change: Partial<ItemProgress>): MeetingState {
  const progress = { ...state.agenda.progress, [item]: { ...progressOf(state, item), ...change } };
  return { ...state, agenda: { ...state.agenda, progress } };
}

/** Stops the clock of the current item: for a recess, or for good. */
export function pauseItemClock(state: MeetingState, at: number): MeetingState {
  const { current } = state.agenda;
  if (current === null) return state;
  const { spent, runningSince } = progressOf(state, current);
  if (runningSince === null) return state;
  return withProgress(state, current, { spent: spent + at - runningSince, runningSince: null });
}

/** Starts it again after a recess. */
export function resumeItemClock(state: MeetingState, at: number): MeetingState {
  const { current } = state.agenda;
  return current === null ? state : withProgress(state, current, { runningSince: at });
}
