import { leaveFor, waiting } from '../../features/record/askLeave.ts';
import { itemOf } from '../../features/record/arrangement.ts';
import { turnText } from '../../features/record/turnTexts.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { part } from '../part.ts';
import type { LeaveLine } from '../types/leaveLine.ts';

/** 取消し・訂正の申出 that waits for an answer, for whoever leads and for the desk. */
export const leaveLines = part(
  (state: MeetingState) => [state.record.leaves, state.record.turns, state.rules],
  (state): readonly LeaveLine[] =>
    waiting(state).map((request) => {
      const { no, who, turn, to, why, text, at } = request;
      return {
        no,
        who,
        turn,
        to,
        why,
        item: itemOf(state, turn),
        at,
        before: turnText(state.record.turns, turn).text,
        after: text,
        leave: leaveFor(state, request),
      };
    }),
);
