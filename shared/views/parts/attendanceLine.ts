import { isMemberRole } from '../../meeting/person.ts';
import { part } from '../part.ts';
import type { AttendanceLine } from '../types.ts';

/** How many members are there, by channel (出席 19／21). Everybody sees it. */
export const attendanceLine = part(
  (state) => [state.roster, state.attendance, state.rules],
  ({ roster, attendance, rules }): AttendanceLine => {
    const members = roster.order.filter((id) => isMemberRole(roster.people[id]?.role ?? 'observer'));
    const taken = members.map((id) => attendance.seats[id]);
    const present = taken.filter((seat) => seat?.presence === 'present');
    return {
      seats: rules.seats ?? members.length,
      present: present.length,
      inRoom: present.filter((seat) => seat?.channel === 'inRoom').length,
      online: present.filter((seat) => seat?.channel === 'online').length,
      absent: taken.filter((seat) => seat?.presence === 'absent').length,
      left: taken.filter((seat) => seat?.presence === 'left').length,
      observers: attendance.observers,
    };
  },
);
