import type { Command, Verb } from './commands.ts';
import type { Context } from './context.ts';
import type { EventData, EventType, MeetingEvent } from './events.ts';
import type { Refusal } from './refusal.ts';
import type { MeetingState } from './state.ts';

/** A command carried out: what happened, in order, and for a secret ballot what goes into which box. */
export interface Accepted {
  readonly events: readonly EventData[];
  readonly sealed?: SealedBallot;
}

/** The one part of a secret ballot that is not in the log. `destroy`: the box was counted, its key dies. */
export interface SealedBallot {
  readonly box: string;
  readonly deposit?: string;
  readonly destroy?: boolean;
}

export type Decision = Accepted | Refusal;

export type Decide<V extends Verb> = (state: MeetingState, command: Command<V>, context: Context) => Decision;
/** A feature's verbs, one function each. */
export type Deciders<V extends Verb> = { readonly [K in V]: Decide<K> };

export type Evolve<T extends EventType> = (state: MeetingState, event: MeetingEvent<T>) => MeetingState;
/** A feature's events, one function each: the state after the event. Unchanged slices keep their identity. */
export type Evolvers<T extends EventType> = { readonly [K in T]: Evolve<K> };

export function accept(...events: readonly EventData[]): Accepted {
  return { events };
}
