import type { Election } from '../features/elections/state.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { MeetingState } from './state.ts';

/** The election that takes nominations or ballots now; null when none does. */
export function electionInProgress(state: MeetingState): Election | null {
  return state.elections.elections.find((election) => election.status === 'open') ?? null;
}

/** Null unless an election is open; `what` completes 選挙中は…. */
export function whileElecting(
  state: MeetingState,
  code: Refusal['code'],
  what: { readonly ja: string; readonly en: string },
): Refusal | null {
  if (electionInProgress(state) === null) return null;
  return refuse(code, `選挙中は${what.ja}`, `While an election is open, ${what.en}`);
}
