import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { agendaLines } from '../parts/agendaLines.ts';
import { attendanceLine } from '../parts/attendanceLine.ts';
import { electionLine } from '../parts/electionLine.ts';
import { floorLine } from '../parts/floorLine.ts';
import { meetingHead } from '../parts/meetingHead.ts';
import { motionLines } from '../parts/motionLines.ts';
import { peopleLines } from '../parts/peopleLines.ts';
import { quorumLine } from '../parts/quorumLine.ts';
import { votersLine } from '../parts/votersLine.ts';
import type { MemberView } from '../types/memberView.ts';

/** What is said aloud in the room or hangs on its wall: every audience is given it. The vote differs by audience. */
export function commonView(
  state: MeetingState,
  ambient: Ambient,
): Omit<MemberView, 'noticeRule' | 'remarksUntil' | 'permits' | 'written' | 'vote' | 'confirmation'> {
  return {
    version: state.version,
    meeting: meetingHead(state),
    people: peopleLines(state),
    peopleOrder: state.roster.order,
    attendance: attendanceLine(state),
    quorum: quorumLine(state),
    voters: votersLine(state),
    agenda: agendaLines(state, ambient),
    current: state.agenda.current,
    floor: floorLine(state),
    election: electionLine(state),
    motions: motionLines(state),
  };
}
