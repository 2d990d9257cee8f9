import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { chairSteps } from '../chair/chairSteps.ts';
import { voteBook } from '../parts/voteBook.ts';
import { graceLines } from '../parts/graceLines.ts';
import { leaveLines } from '../parts/leaveLines.ts';
import { noticeLines } from '../parts/noticeLines.ts';
import { opinionLines, promiseLines } from '../parts/followUpLines.ts';
import { objectorLines } from '../parts/objectorLines.ts';
import { permitLines } from '../parts/permitLines.ts';
import { seatLines } from '../parts/seatLines.ts';
import { writtenBook } from '../parts/writtenBook.ts';
import { confirmationLine, retentionLine } from '../parts/confirmationLine.ts';
import { writtenLine } from '../parts/writtenLine.ts';
import { leadersVoteLine } from '../parts/voteLine.ts';
import { todoLines } from '../todo/todoLines.ts';
import type { DeskView } from '../types/deskView.ts';
import { commonView } from './common.ts';

/** The secretariat: everything that is needed to keep the record right, and nothing that a secret ballot hides. */
export function deskView(state: MeetingState, ambient: Ambient): DeskView {
  const { prompter, next } = chairSteps(state, ambient);
  return {
    ...commonView(state, ambient),
    vote: leadersVoteLine(state),
    objectors: objectorLines(state),
    rules: state.rules,
    seats: seatLines(state, ambient),
    notices: noticeLines(state),
    permits: permitLines(state, ambient),
    leaves: leaveLines(state),
    graces: graceLines(state),
    prompter,
    next,
    book: voteBook(state),
    todos: todoLines(state, ambient),
    screen: state.conduct.screen,
    chairConnected: ambient.chairConnected,
    screensConnected: ambient.screensConnected,
    confirmation: confirmationLine(state),
    retention: retentionLine(state),
    written: writtenLine(state),
    writtenBook: writtenBook(state, ambient),
    opinions: opinionLines(state),
    promises: promiseLines(state),
    previous: state.previous,
  };
}
