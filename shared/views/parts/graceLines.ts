import { seatOf } from '../../meeting/lookup.ts';
import { personEntries } from '../../meeting/personMap.ts';
import { part } from '../part.ts';
import type { GraceLine } from '../types/graceLine.ts';
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
    return personEntries(state.attendance.graces)
      .sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1))
      .map(([who, until], place) => ({
        who,
        since: seatOf(state, who).lostAt ?? until,
        until,
        losesQuorum: place >= spare,
      }));
  },
);
