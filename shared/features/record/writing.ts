import type { Command } from '../../meeting/commands.ts';
import { accept } from '../../meeting/decider.ts';
import type { Decision } from '../../meeting/decider.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { mergeText } from '../../minutes/mergeText.ts';
import { changeBetween, editAt, moved, rootOf, undone } from './edits.ts';
import type { Edit } from './edits.ts';
import { recordRefusals as refuse } from './refusals.ts';
import type { RecordState } from './state.ts';
import { longestTurn, turnText } from './turnTexts.ts';

/**
 * Words for a turn. What others changed since the writer began (`base`) is merged in, also where the turn was split or
 * joined meanwhile: the words go to where their surroundings are now.
 */
export function decideWriting(
  { record }: MeetingState,
  { turn, text, base }: Command<'writeTurn'>,
): Decision {
  const { text: current, joinedInto } = turnText(record.turns, turn);
  if (text === current && joinedInto === null) return accept();
  if (base === undefined && current !== '' && !text.startsWith(current)) return refuse.turnChanged(turn);
  const began = base ?? current;
  if (joinedInto !== null) return writtenInto(record, turn, mergeText(began, current, text));
  const parts = partsSince(record, turn, began);
  return parts.length > 0
    ? writtenAcross(record, [{ turn, seam: '' }, ...parts], began, text)
    : written([{ turn, current, merged: mergeText(began, current, text) }]);
}

/** The turn was joined into another one: what the writer changed is changed there. */
function writtenInto(record: RecordState, turn: number, mine: string): Decision {
  let [at, words] = [turn, mine];
  for (;;) {
    const { text: own, joinedInto } = turnText(record.turns, at);
    if (joinedInto === null) return written([{ turn: at, current: own, merged: words }]);
    words = mergeText(own, turnText(record.turns, joinedInto).text, words);
    at = joinedInto;
  }
}

/** Words that were one with a turn's: whose they are now, and what stood between. */
interface Part {
  readonly turn: number;
  readonly seam: string;
}

/** What was taken out of this turn since it had the words that the writer started from, in reading order. */
function partsSince(record: RecordState, turn: number, base: string): Part[] {
  const { text, head } = turnText(record.turns, turn);
  const parts: Part[] = [];
  let words = text;
  for (let no = head; no !== 0 && words !== base;) {
    const edit = editAt(record.edits, no);
    const change = edit?.changes.find((one) => one.turn === turn);
    if (edit === undefined || change === undefined) return [];
    const part = takenOut(record, edit);
    if (part !== null && turnText(record.turns, part.turn).joinedInto === null) parts.push(part);
    words = undone(words, change);
    no = change.before;
  }
  return words === base ? parts : [];
}

/** Splitting takes words out of a turn, and so does undoing that it was joined. */
function takenOut({ edits }: RecordState, edit: Edit): Part | null {
  const { what } = rootOf(edits, edit);
  const back = edit.what.kind === 'undo' && edit.what.back;
  if (what.kind === 'split' && !back) return { turn: what.into, seam: '' };
  return what.kind === 'join' && back ? { turn: what.with, seam: '\n' } : null;
}

/** Words that were written before the turn was parted: each part gets what belongs to it. */
function writtenAcross(record: RecordState, parts: readonly Part[], base: string, mine: string): Decision {
  const pieces = parts.map(({ turn, seam }) => ({ turn, seam, current: turnText(record.turns, turn).text }));
  const whole = pieces.map(({ seam, current }) => seam + current).join('');
  const merged = mergeText(base, whole, mine);
  const change = changeBetween(whole, merged);
  let end = 0;
  return written(
    pieces.map(({ turn, seam, current }, index) => {
      const begin = index === 0 ? 0 : moved(end + seam.length, change, seam === '' ? 'after' : 'before');
      end += seam.length + current.length;
      // What was added at the very seam stays with the first.
      const until = index === pieces.length - 1 ? merged.length : moved(end, change, 'after');
      return { turn, current, merged: merged.slice(begin, until) };
    }),
  );
}

function written(
  turns: readonly { readonly turn: number; readonly current: string; readonly merged: string }[],
): Decision {
  const tooLong = turns.find(({ merged }) => merged.length > longestTurn);
  if (tooLong !== undefined) return refuse.tooLong(tooLong.turn, longestTurn);
  const changed = turns.filter(({ current, merged }) => merged !== current);
  return accept(...changed.map(({ turn, merged }) => ({ type: 'TurnWritten' as const, turn, text: merged })));
}
