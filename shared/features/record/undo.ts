import type { Command } from '../../meeting/commands.ts';
import { accept } from '../../meeting/decider.ts';
import type { Decision } from '../../meeting/decider.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { isRefusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { mergeText } from '../../minutes/mergeText.ts';
import { nextShown, shownTurn, speakerOf } from './arrangement.ts';
import { around, editAt, rootOf, stands } from './edits.ts';
import type { Edit } from './edits.ts';
import { cannotJoin } from './turnStanding.ts';
import { recordRefusals as refuse } from './refusals.ts';
import { longestTurn, turnText } from './turnTexts.ts';
import { joinedText } from './turnRecord.ts';

type Texts = readonly { readonly turn: number; readonly text: string }[];

/**
 * Takes an edit back by a new event, whatever was edited since; what others wrote stays. Naming an undoing does the
 * edit again. Refused where the same was done differently since: that has to be undone first.
 */
export function decideUndo(state: MeetingState, { edit: no }: Command<'undoEdit'>): Decision {
  const { edits } = state.record;
  const named = editAt(edits, no);
  if (named === undefined) return refuse.unknownEdit(no, edits.count);
  const root = rootOf(edits, named);
  const back = named.what.kind === 'undo' ? !named.what.back : true;
  if (named !== root && root.turnedBy !== named.no) return refuse.alreadyUndone(no);
  if (back !== stands(edits, root)) return refuse.alreadyUndone(no);
  const texts = textsAfter(state, root, back);
  if (isRefusal(texts)) return texts;
  const tooLong = texts.find(({ text }) => text.length > longestTurn);
  if (tooLong !== undefined) return refuse.tooLong(tooLong.turn, longestTurn);
  return accept({ type: 'EditUndone', edit: root.no, back, texts });
}

/** The words that turns have after it, or why it cannot be. */
function textsAfter(state: MeetingState, root: Edit, back: boolean): Texts | Refusal {
  const { record } = state;
  const { turn, what } = root;
  const { text, head, withdrawal } = turnText(record.turns, turn);
  if (shownTurn(record, turn) !== turn) return refuse.undoJoined(turn);
  // Where its words were changed last by this edit: by itself, or by taking it back or doing it again.
  const anchor = root.turnedBy === 0 ? root.no : root.turnedBy;
  const walked = around(record.edits, turn, head, text, anchor);
  switch (what.kind) {
    case 'words':
    case 'correction':
      return walked === null ? [] : [{ turn, text: mergeText(walked.after, text, walked.before) }];
    case 'speaker':
      return speakerOf(state, turn) === (back ? what.after : what.before) ? [] : refuse.laterFirst(turn);
    case 'withdrawal':
      return back || withdrawal === null ? [] : refuse.alreadyWithdrawn(turn);
    case 'split': {
      const part = turnText(record.turns, what.into);
      if (!back) return separated(state, root, walked?.now(walked.before.length) ?? text.length, '');
      if (part.joinedInto !== null || nextShown(state, turn) !== what.into) return refuse.laterFirst(turn);
      if (part.withdrawal !== null || withdrawal !== null) return refuse.withdrawnTurn(turn);
      return [{ turn, text: text + part.text }];
    }
    case 'join': {
      // What was added at the end of the first before the seam is the first's.
      if (back)
        return separated(state, root, walked?.now(walked.before.length, 'after') ?? text.length, '\n');
      const refusal = cannotJoin(state, turn, what.with, true);
      if (refusal !== null) return refusal;
      const untouched = walked !== null && turnText(record.turns, what.with).head <= anchor;
      return [
        {
          turn,
          text: untouched
            ? mergeText(walked.after, text, walked.before)
            : joinedText(record, turn, what.with),
        },
      ];
    }
    case 'undo':
      return [];
  }
}

/** A turn whose words stand in another one gets them back, from this place on. */
function separated(state: MeetingState, { turn, what }: Edit, place: number, seam: string): Texts | Refusal {
  const { record } = state;
  const other = what.kind === 'split' ? what.into : what.kind === 'join' ? what.with : turn;
  const { text, withdrawal } = turnText(record.turns, turn);
  if (turnText(record.turns, other).joinedInto !== turn) return refuse.laterFirst(turn);
  // What was split off since would stand between the two.
  if (nextShown(state, turn) !== nextShown(state, other)) return refuse.laterFirst(turn);
  if (withdrawal !== null) return refuse.withdrawnTurn(turn);
  const rest = text.slice(place);
  return [
    { turn, text: text.slice(0, place) },
    { turn: other, text: rest.startsWith(seam) ? rest.slice(seam.length) : rest },
  ];
}
