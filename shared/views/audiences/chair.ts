import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { chairSteps } from '../chair/chairSteps.ts';
import { chairWarnings } from '../chair/warnings.ts';
import { objectorLines } from '../parts/objectorLines.ts';
import { permitLines } from '../parts/permitLines.ts';
import { graceLines } from '../parts/graceLines.ts';
import { leaveLines } from '../parts/leaveLines.ts';
import { noticeLines } from '../parts/noticeLines.ts';
import { writtenLine } from '../parts/writtenLine.ts';
import { writtenStanding } from '../parts/writtenStanding.ts';
import { leadersVoteLine } from '../parts/voteLine.ts';
import type { ChairView } from '../types/chairView.ts';
import { commonView } from './common.ts';

/** Whoever presides: the room, who may be about to be lost, and what to say and do now. */
export function chairView(state: MeetingState, ambient: Ambient): ChairView {
  const { prompter, next, others } = chairSteps(state, ambient);
  return {
    ...commonView(state, ambient),
    vote: leadersVoteLine(state),
    objectors: objectorLines(state),
    notices: noticeLines(state),
    permits: permitLines(state, ambient),
    leaves: leaveLines(state),
    graces: graceLines(state),
    prompter,
    next,
    others,
    warnings: chairWarnings(state, ambient),
    written: writtenLine(state),
    writtenStanding: writtenStanding(state),
  };
}
