import type { MeetingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { initialState } from './initialState.ts';
import type { MeetingState } from './state.ts';

/** The state after a whole log. Throws for a log that does not begin with MeetingCreated: it is damaged. */
export function replay(events: readonly MeetingEvent[]): MeetingState {
  const [first, ...rest] = events;
  if (first?.type !== 'MeetingCreated') throw new Error('A log begins with MeetingCreated');
  return rest.reduce(evolve, initialState(first));
}
