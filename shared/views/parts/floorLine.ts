import { spokenBy } from '../../features/floor/endTurn.ts';
import { orderQueue } from '../../features/floor/orderQueue.ts';
import { isMember, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { part } from '../part.ts';
import { presiding } from './presiding.ts';
import type { FloorLine, TurnLine } from '../types/floorLine.ts';

/**
 * Who speaks, and who is waiting in which order and why. Everybody sees the same order: it is the server's. Whose link
 * is lost shows on their hand, for whoever waits behind it.
 */
export const floorLine = part(
  (state) => [state.floor, state.attendance.seats, state.rules, state.info, state.roster, presiding(state)],
  (state): FloorLine => {
    const queue = orderQueue(state);
    return {
      turn: turnLine(state),
      lastMember: state.floor.lastMember,
      listOpen: state.floor.listOpen,
      queue: queue.lines.map(({ hand, times, tie, why }) => ({
        who: hand.who,
        kind: hand.kind,
        raisedAt: hand.raisedAt,
        enteredAt: hand.enteredAt,
        source: hand.source,
        channel: hand.channel,
        times,
        lost: seatOf(state, hand.who).lostAt !== null,
        tie,
        why,
      })),
      ties: queue.ties.map(({ tie, note }) => ({ tie, note })),
    };
  },
);

function turnLine(state: MeetingState): TurnLine | null {
  const { turn, spoken } = state.floor;
  if (turn === null) return null;
  const { no, who, since, kind } = turn;
  return {
    no,
    who,
    since,
    kind,
    times: spokenBy(spoken, who).times,
    channel: seatOf(state, who).channel,
    limitAt: limitAt(state, who, since),
  };
}

/** Whoever leads is not limited: they speak for the meeting. */
function limitAt(state: MeetingState, who: PersonId, since: number): number | null {
  const { limit } = state.rules.floor;
  if (limit === 'none' || limit.seconds === undefined) return null;
  if (!isMember(state, who) || presiding(state) === who) return null;
  return since + Math.max(0, limit.seconds * 1000 - spokenBy(state.floor.spoken, who).ms);
}
