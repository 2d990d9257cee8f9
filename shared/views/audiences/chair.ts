import type { MeetingState } from '../../meeting/state.ts';
import { graceLines } from '../parts/graceLines.ts';
import { leadersVoteLine } from '../parts/voteLine.ts';
import type { ChairView } from '../types.ts';
import { commonView } from './common.ts';

/** Whoever presides: the room, who may be about to be lost, and what to say and do now. */
export function chairView(state: MeetingState): ChairView {
  return {
    ...commonView(state),
    vote: leadersVoteLine(state),
    graces: graceLines(state),
    prompter: null,
    next: null,
    others: [],
    warnings: [],
  };
}
