import type { Accepted } from '../../meeting/decider.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { boxOf } from './table.ts';

/** For when nobody can close the last election's ballot any more: its box, where one is open, is destroyed uncounted. */
export function leftBox({ elections }: MeetingState): Pick<Accepted, 'sealed'> {
  const last = elections.elections.at(-1);
  const round = last?.rounds.at(-1);
  return last?.status === 'open' && round !== undefined && !round.closed
    ? { sealed: { box: boxOf(last, round), destroy: true } }
    : {};
}
