import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { hasTurn, itemOf, nextShown, shownTurn } from './arrangement.ts';
import { recordRefusals as refuse } from './refusals.ts';
import { turnText } from './turnTexts.ts';

/** Why two turns cannot be made one; null where they can. `again`: they were one before. */
export function cannotJoin(state: MeetingState, turn: number, other: number, again = false): Refusal | null {
  const joined = turnJoined(state, turn) ?? turnJoined(state, other);
  if (joined !== null) return joined;
  if (nextShown(state, turn) !== other || itemOf(state, turn) !== itemOf(state, other))
    return refuse.notNext(turn, other);
  const [first, second] = [turnText(state.record.turns, turn), turnText(state.record.turns, other)];
  if (first.withdrawal !== null) return refuse.withdrawnTurn(turn);
  if (second.withdrawal !== null) return refuse.withdrawnTurn(other);
  if (!again && (first.text === '') !== (second.text === ''))
    return refuse.joinWithoutWords(first.text === '' ? turn : other);
  return null;
}

export function turnMissing(state: MeetingState, turn: number): Refusal | null {
  return hasTurn(state, turn) ? null : refuse.unknownTurn(turn, state.floor.turns);
}

/** The words of a turn that was joined stand in another one, and are looked after there. */
export function turnJoined(state: MeetingState, turn: number): Refusal | null {
  const into = shownTurn(state.record, turn);
  return into === turn ? null : refuse.turnJoined(turn);
}
