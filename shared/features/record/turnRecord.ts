import { withEntry } from '../../meeting/chunked.ts';
import type { EventStamp } from '../../meeting/events.ts';
import { changeBetween } from './edits.ts';
import type { Edit } from './edits.ts';
import type { RecordState } from './state.ts';
import type { TurnText } from './turnTexts.ts';
import { setTurnText, turnText } from './turnTexts.ts';

/** The words of two turns as one: the second is a paragraph of its own. */
export function joinedText(record: RecordState, turn: number, other: number): string {
  const [first, second] = [turnText(record.turns, turn).text, turnText(record.turns, other).text];
  return first === '' || second === '' ? first + second : `${first}\n${second}`;
}

export function withTurn(record: RecordState, turn: number, change: Partial<TurnText>): RecordState {
  const { turns } = record;
  return { ...record, turns: setTurnText(turns, turn, { ...turnText(turns, turn), ...change }) };
}

/** So many edits of a turn are remembered for the buttons that take back and do again; by number all can be. */
const remembered = 100;

/** The record after one more edit, with the turns' new words. */
export function edited(
  record: RecordState,
  { at, by }: EventStamp,
  turn: number,
  what: Edit['what'],
  texts: readonly { readonly turn: number; readonly text: string }[],
): RecordState {
  const no = record.edits.count + 1;
  const changes = texts.flatMap((one) => {
    const known = turnText(record.turns, one.turn);
    if (known.text === one.text) return [];
    return [{ turn: one.turn, ...changeBetween(known.text, one.text), before: known.head }];
  });
  const list = withEntry(record.edits.list, no, { no, at, by, what, turn, changes, turnedBy: 0 });
  let next: RecordState = { ...record, edits: { count: no, list } };
  for (const one of texts)
    next = withTurn(next, one.turn, {
      text: one.text,
      captions: undefined,
      ...(changes.some((change) => change.turn === one.turn) ? { head: no } : {}),
    });
  const { done, undone } = turnText(next.turns, turn);
  if (what.kind !== 'undo')
    return withTurn(next, turn, { done: [...done, no].slice(-remembered), undone: [] });
  const { of, back } = what;
  return withTurn(
    next,
    turn,
    back
      ? { done: done.filter((one) => one !== of), undone: [...undone, no].slice(-remembered) }
      : { done: [...done, of].slice(-remembered), undone: undone.slice(0, -1) },
  );
}

/** A turn whose words stand in another one, with what was corrected in them. */
export function hidden(record: RecordState, turn: number, into: number): RecordState {
  const own = turnText(record.turns, turn);
  const there = turnText(record.turns, into);
  return withTurn(withTurn(record, turn, { joinedInto: into }), into, {
    corrections: inOrder([...there.corrections, ...own.corrections]),
    speakerEdits: inOrder([...there.speakerEdits, ...own.speakerEdits]),
  });
}

/** The same turn on its own again. */
export function shown(record: RecordState, turn: number, from: number): RecordState {
  const own = turnText(record.turns, turn);
  const there = turnText(record.turns, from);
  return withTurn(withTurn(record, turn, { joinedInto: null }), from, {
    corrections: there.corrections.filter((no) => !own.corrections.includes(no)),
    speakerEdits: there.speakerEdits.filter((no) => !own.speakerEdits.includes(no)),
  });
}

/** Edits as they were made. */
export function inOrder(edits: readonly number[]): number[] {
  return edits.toSorted((a, b) => a - b);
}
