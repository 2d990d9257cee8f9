import { seatOf } from '../../meeting/lookup.ts';
import { part } from '../part.ts';
import type { GraceLine } from '../types.ts';
import { quorumLine } from './quorumLine.ts';

/**
 * Members online whose link is lost while their grace runs, the one whose time is up first at the head: each after
 * those before it. The chair and the desk see it, nobody else: to the others a lost link is no news until the rules
 * make it an absence.
 */
export const graceLines = part(
  (state) => [state.attendance.graces, state.attendance.seats, quorumLine(state), state.rules],
  (state): readonly GraceLine[] => {
    const { required, present, met } = quorumLine(state);
    const spare = state.rules.quorum.countsOnline && met ? present - required : Infinity;
    return Object.entries(state.attendance.graces)
      .sort(([, a], [, b]) => a - b)
      .map(([who, until], place) => ({
        who,
        since: seatOf(state, who).lostAt ?? until,
        until,
        losesQuorum: place >= spare,
      }));
  },
);
