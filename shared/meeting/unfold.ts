import { actorName } from './context.ts';
import type { Context } from './context.ts';
import type { Accepted } from './decider.ts';
import type { EventData, MeetingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { MeetingState } from './state.ts';

/** A decision in the making: what has happened so far, and the state after it. */
export interface Unfolding {
  readonly state: MeetingState;
  readonly events: readonly EventData[];
  /** Lets something happen; what is decided next sees the state after it. */
  happen(...events: readonly EventData[]): void;
  accepted(): Accepted;
}

/** Starts a decision of several steps, each of which depends on the state after the one before. */
export function unfold(start: MeetingState, context: Pick<Context, 'at' | 'actor'>): Unfolding {
  let state = start;
  const events: EventData[] = [];
  return {
    get state() {
      return state;
    },
    get events() {
      return events;
    },
    happen(...added) {
      for (const event of added) {
        events.push(event);
        state = evolve(state, stamp(event, context));
      }
    },
    accepted: () => ({ events }),
  };
}

/** An event as the log keeps it: what happened, when, and by whom. */
export function stamp(event: EventData, context: Pick<Context, 'at' | 'actor'>): MeetingEvent {
  return { ...event, at: context.at, by: actorName(context.actor) };
}
