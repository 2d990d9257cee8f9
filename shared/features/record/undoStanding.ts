import type { Edit } from './edits.ts';
import type { RecordState } from './state.ts';
import { turnText } from './turnTexts.ts';
import { hidden, inOrder, shown, withTurn } from './turnRecord.ts';

/** What an edit did beside the words, taken back or done again; the words were set already. */
export function undoStanding(record: RecordState, { no, turn, what }: Edit, back: boolean): RecordState {
  const known = turnText(record.turns, turn);
  const toggled = (list: readonly number[]) =>
    back ? list.filter((one) => one !== no) : inOrder([...list, no]);
  switch (what.kind) {
    case 'correction':
      return withTurn(record, turn, { corrections: toggled(known.corrections) });
    case 'speaker':
      return withTurn(record, turn, {
        speaker: back ? what.before : what.after,
        speakerEdits: toggled(known.speakerEdits),
      });
    case 'withdrawal':
      return withTurn(record, turn, { withdrawal: back ? null : no });
    case 'split':
      return back ? hidden(record, what.into, turn) : shown(record, what.into, turn);
    case 'join':
      return back ? shown(record, what.with, turn) : hidden(record, what.with, turn);
    case 'words':
    case 'undo':
      return record;
  }
}
