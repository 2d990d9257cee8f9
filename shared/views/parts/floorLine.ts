import type { FloorState } from '../../features/floor/state.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { part } from '../part.ts';
import type { FloorLine, TurnLine } from '../types.ts';
import { queueLines } from './queueLines.ts';

/** Who speaks, and who is waiting in which order and why. Everybody sees the same order: it is the server's. */
export const floorLine = part(
  (state) => [state.floor, state.attendance.seats, state.rules],
  (state): FloorLine => ({
    turn: turnLine(state.floor, state.attendance.seats),
    lastMember: state.floor.lastMember,
    listOpen: state.floor.listOpen,
    ...queueLines(state.floor, state.attendance.seats, state.rules, state.info.startsAt),
  }),
);

function turnLine(floor: FloorState, seats: MeetingState['attendance']['seats']): TurnLine | null {
  const turn = floor.turn;
  if (turn === null) return null;
  return {
    no: turn.no,
    who: turn.who,
    since: turn.since,
    kind: turn.kind,
    times: floor.spoken[turn.who]?.times ?? 0,
    channel: seats[turn.who]?.channel ?? null,
  };
}
