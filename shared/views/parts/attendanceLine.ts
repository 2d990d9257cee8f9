import { attendanceSummary } from '../../features/attendance/standing.ts';
import { part } from '../part.ts';
import type { AttendanceLine } from '../types/attendanceLine.ts';

/** How many members are there, by channel (出席 19／21). Everybody sees it. */
export const attendanceLine = part(
  (state) => [state.roster, state.attendance, state.rules, state.conduct.status],
  (state): AttendanceLine => {
    const { seats, present, inRoom, online, absent, left } = attendanceSummary(state);
    return { seats, present, inRoom, online, absent, left, observers: state.attendance.observers };
  },
);
