import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { graceLines } from '../parts/graceLines.ts';
import { opinionLines, promiseLines } from '../parts/recordLines.ts';
import { seatLines } from '../parts/seatLines.ts';
import { writtenLine } from '../parts/writtenLine.ts';
import type { DeskView } from '../types.ts';
import { commonView } from './common.ts';

/** The secretariat: everything that is needed to keep the record right, and nothing that a secret ballot hides. */
export function deskView(state: MeetingState, ambient: Ambient): DeskView {
  return {
    ...commonView(state),
    vote: null,
    rules: state.rules,
    seats: seatLines(state, ambient),
    graces: graceLines(state),
    prompter: null,
    next: null,
    book: null,
    todos: [],
    screen: state.conduct.screen,
    chairConnected: ambient.chairConnected,
    screensConnected: ambient.screensConnected,
    written: writtenLine(state),
    writtenBook: null,
    opinions: opinionLines(state),
    promises: promiseLines(state),
  };
}
