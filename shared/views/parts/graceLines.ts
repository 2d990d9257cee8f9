import { part } from '../part.ts';
import type { GraceLine } from '../types.ts';
import { quorumLine } from './quorumLine.ts';

/**
 * Members online whose link is lost while their grace runs, the one whose time is up first at the head. The chair and
 * the desk see it, nobody else: to the others a lost link is no news until the rules make it an absence.
 */
export const graceLines = part(
  (state) => [state.attendance.seats, quorumLine(state), state.rules],
  (state): readonly GraceLine[] => {
    const { required, present, met } = quorumLine(state);
    const losesQuorum = state.rules.quorum.countsOnline && met && present - 1 < required;
    return Object.entries(state.attendance.seats)
      .flatMap(([who, seat]) =>
        seat.presence === 'present' && seat.lostAt !== null && seat.graceUntil !== null
          ? [{ who, since: seat.lostAt, until: seat.graceUntil, losesQuorum }]
          : [],
      )
      .sort((a, b) => a.until - b.until);
  },
);
