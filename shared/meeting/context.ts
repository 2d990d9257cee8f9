import type { PersonId } from './person.ts';

/**
 * Who acts: somebody on the roster, the secretariat's desk without a person of its own, or the server itself (time
 * passing, a socket lost). It comes from the session, never from the message.
 */
export type Actor =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'desk' }
  | { readonly kind: 'system' };

/** What a decision may know beside the state. Time comes in here: the rules have no clock. */
export interface Context {
  /** Epoch milliseconds, by the meeting's clock (a rehearsal's is the scenario's). */
  readonly at: number;
  readonly actor: Actor;
  /** For closing a secret ballot or a secret election: the choices found in the opened box, in no order. */
  readonly box?: readonly string[];
}

/** How an actor is named in the log: a person's id, `desk` or `system`. */
export function actorName(actor: Actor): string {
  return actor.kind === 'person' ? actor.id : actor.kind;
}
