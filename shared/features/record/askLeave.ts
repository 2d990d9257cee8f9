import { accept } from '../../meeting/decider.ts';
import type { Deciders } from '../../meeting/decider.ts';
import { actsForDesk } from '../../meeting/presiding.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { mergeText } from '../../minutes/mergeText.ts';
import { speakerOf } from './arrangement.ts';
import type { LeaveRequest } from './leave.ts';
import { leaveRefusals as refuse } from './leaveRefusals.ts';
import { recordRefusals } from './refusals.ts';
import { turnJoined, turnMissing } from './turnStanding.ts';
import { longestTurn, turnText } from './turnTexts.ts';

/**
 * 発言の取消しと訂正: whoever spoke asks, and the chair or the body gives leave, as the body's rules say. The record keeps
 * what was said; the published copy masks it, or has the right words.
 */
export const leaveDeciders: Deciders<'askLeave' | 'answerLeave' | 'dropLeave'> = {
  askLeave: (state, { turn, to, why, text, base }, { actor }) => {
    const missing = turnMissing(state, turn) ?? turnJoined(state, turn);
    if (missing !== null) return missing;
    const who = speakerOf(state, turn);
    if (who === null || !(actsForDesk(state, actor) || (actor.kind === 'person' && actor.id === who)))
      return refuse.notYours();
    if (isClosed(state) && state.rules.remarks.until === 'close') return refuse.tooLate();
    const said = turnText(state.record.turns, turn);
    if (said.withdrawal !== null) return recordRefusals.alreadyWithdrawn(turn);
    if (waiting(state).some((request) => request.turn === turn)) return refuse.asked();
    const request = state.record.leaves.length + 1;
    if (to === 'withdraw')
      return accept({ type: 'LeaveAsked', request, turn, who, to, why, text: null, base: null });
    if (said.text === '') return refuse.noWords();
    const right = text?.trim() ?? '';
    if (right === '') return refuse.empty();
    if (right === said.text.trim()) return recordRefusals.notChanged(turn);
    return accept({ type: 'LeaveAsked', request, turn, who, to, why, text: right, base: base ?? said.text });
  },

  answerLeave: (state, { request, given }) => {
    const asked = waitingOne(state, request);
    if ('code' in asked) return asked;
    const { turn, who, why } = asked;
    const answer = { type: 'LeaveAnswered', request, who, given } as const;
    if (!given) return accept(answer);
    const leave = leaveFor(state, asked);
    if (leave === 'body' && isClosed(state)) return refuse.bodyIsGone();
    const joined = turnJoined(state, turn);
    if (joined !== null) return joined;
    const said = turnText(state.record.turns, turn);
    if (asked.to === 'withdraw')
      return said.withdrawal === null
        ? accept(answer, { type: 'RemarkWithdrawn', turn, why, leave })
        : recordRefusals.alreadyWithdrawn(turn);
    // What the desk wrote meanwhile stays: only what the speaker put right is changed.
    const text = mergeText(asked.base ?? '', said.text, asked.text ?? '');
    if (text.length > longestTurn) return recordRefusals.tooLong(turn, longestTurn);
    return text === said.text
      ? accept(answer)
      : accept(answer, { type: 'TurnCorrected', turn, text, why, leave });
  },

  dropLeave: (state, { request }, { actor }) => {
    const asked = waitingOne(state, request);
    if ('code' in asked) return asked;
    if (!actsForDesk(state, actor) && !(actor.kind === 'person' && actor.id === asked.who))
      return refuse.notYours();
    return accept({ type: 'LeaveDropped', request, who: asked.who });
  },
};

/** The requests that wait for an answer, in the order in which they came. */
export function waiting({ record }: MeetingState): readonly LeaveRequest[] {
  return record.leaves.filter(({ standing }) => standing === 'waiting');
}

/** Whose leave it takes, by the body's rules. */
export function leaveFor({ rules }: MeetingState, { to }: Pick<LeaveRequest, 'to'>): 'body' | 'chair' {
  return to === 'withdraw' ? rules.remarks.withdrawalLeave : rules.remarks.correctionLeave;
}

/** Null while a remark may be withdrawn: in the meeting, or by the rules until the minutes are final. */
export function tooLateToWithdraw(state: MeetingState): Refusal | null {
  if (!isClosed(state)) return state.conduct.status === 'preparing' ? recordRefusals.notOpen() : null;
  return state.rules.remarks.until === 'final' ? null : recordRefusals.meetingOver();
}

function waitingOne(state: MeetingState, no: number): LeaveRequest | Refusal {
  const request = state.record.leaves[no - 1];
  if (request === undefined) return refuse.unknown(no);
  return request.standing === 'waiting' ? request : refuse.answered();
}

function isClosed({ conduct }: MeetingState): boolean {
  return conduct.status === 'closed' || conduct.status === 'adjourned';
}
