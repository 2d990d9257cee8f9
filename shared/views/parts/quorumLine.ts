import { part } from '../part.ts';
import type { QuorumLine } from '../types.ts';
import { attendanceLine } from './attendanceLine.ts';

/** Whether enough are there to act (定足数). Everybody sees it. */
export const quorumLine = part(
  (state) => [attendanceLine(state), state.attendance.quorumLostAt],
  (state): QuorumLine => {
    const { seats, present } = attendanceLine(state);
    const required = Math.floor(seats / 2) + 1;
    return {
      required,
      present,
      met: present >= required,
      lostAt: state.attendance.quorumLostAt,
      explanation: { ja: `定足数は${required}人です。`, en: `The quorum is ${required}.` },
    };
  },
);
