import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { confirmationLine } from '../parts/confirmationLine.ts';
import { askedPermits } from '../parts/permitLines.ts';
import { writtenLine } from '../parts/writtenLine.ts';
import { roomVoteLine } from '../parts/voteLine.ts';
import type { MemberView } from '../types/memberView.ts';
import { commonView } from './common.ts';

/** Members, officials and the secretariat's own phones: the room, and a meeting in writing. */
export function memberView(state: MeetingState, ambient: Ambient): MemberView {
  return {
    ...commonView(state, ambient),
    vote: roomVoteLine(state),
    noticeRule: state.rules.floor.notice,
    remarksUntil: state.rules.remarks.until,
    permits: askedPermits(state),
    confirmation: confirmationLine(state),
    written: writtenLine(state),
  };
}
