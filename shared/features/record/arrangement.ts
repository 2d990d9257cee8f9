import type { ItemId } from '../../meeting/agendaItem.ts';
import { entryAt } from '../../meeting/chunked.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Heard } from '../floor/state.ts';
import type { RecordState } from './state.ts';
import { firstPart, isPart, turnText } from './turnTexts.ts';

/*
 * Where each turn stands among the others. The floor's turns follow one another by number; what the desk split off
 * stands behind the turn it came from; what it joined stands in another turn.
 */

export function hasTurn(state: MeetingState, turn: number): boolean {
  return isPart(turn) ? turn - firstPart < state.record.parts.length : turn >= 1 && turn <= state.floor.turns;
}

/** The floor's turn that a part belongs to; a turn of the floor's itself. */
export function originOf(record: RecordState, turn: number): number {
  return record.parts[turn - firstPart]?.of ?? turn;
}

/** A turn of the floor's and what was split off it, in reading order. */
export function familyOf(record: RecordState, origin: number): number[] {
  const family = [origin];
  record.parts.forEach(({ of, after }, index) => {
    if (of === origin) family.splice(family.indexOf(after) + 1, 0, firstPart + index);
  });
  return family;
}

function isShown(record: RecordState, turn: number): boolean {
  return turnText(record.turns, turn).joinedInto === null;
}

/** The turn in which a turn's words stand now. */
export function shownTurn(record: RecordState, turn: number): number {
  let at = turn;
  for (
    let into = turnText(record.turns, at).joinedInto;
    into !== null;
    into = turnText(record.turns, at).joinedInto
  )
    at = into;
  return at;
}

/** The turn that a reader meets next; null after the last one. */
export function nextShown(state: MeetingState, turn: number): number | null {
  const { record, floor } = state;
  const origin = originOf(record, turn);
  const family = familyOf(record, origin);
  const within = family.slice(family.indexOf(turn) + 1).find((part) => isShown(record, part));
  if (within !== undefined) return within;
  for (let next = origin + 1; next <= floor.turns; next++) {
    const first = familyOf(record, next).find((part) => isShown(record, part));
    if (first !== undefined) return first;
  }
  return null;
}

/** The turn or part in which the words of one of the floor's turns end. */
export function lastOf(record: RecordState, origin: number): number {
  return shownTurn(record, familyOf(record, origin).at(-1) ?? origin);
}

/** What the floor knew of a turn, or of the turn that a part belongs to. */
export function heardOf(state: MeetingState, turn: number): Heard | undefined {
  return entryAt(state.floor.heard, originOf(state.record, turn));
}

export function itemOf(state: MeetingState, turn: number): ItemId | null {
  return heardOf(state, turn)?.item ?? null;
}

/** Who spoke, as the desk corrected it. */
export function speakerOf(state: MeetingState, turn: number): PersonId | null {
  return turnText(state.record.turns, turn).speaker ?? heardOf(state, turn)?.who ?? null;
}
