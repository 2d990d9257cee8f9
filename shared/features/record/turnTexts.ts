import { entryAt, withEntry } from '../../meeting/chunked.ts';
import type { Chunked } from '../../meeting/chunked.ts';
import type { PersonId } from '../../meeting/person.ts';

/** What has been written into a turn, and what became of it. The log keeps every wording. */
export interface TurnText {
  readonly text: string;
  /** Set while the words are as a caption file gave them: which taking it was, and what had stood here before. */
  readonly captions?: { readonly no: number; readonly before: string } | undefined;
  /** The last edit that changed the words; 0 where none has. */
  readonly head: number;
  /** Edits by their numbers: the corrections (訂正) that stand, the withdrawal, the corrections of the speaker. */
  readonly corrections: readonly number[];
  readonly withdrawal: number | null;
  readonly speakerEdits: readonly number[];
  /** Who spoke, where the floor had it wrong. */
  readonly speaker: PersonId | null;
  /** The turn that this one was joined into: its words stand there. */
  readonly joinedInto: number | null;
  /** Edits that stand and undoings that could be undone, the latest last: what the buttons take back and do again. */
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

export type TurnTexts = Chunked<TurnText>;

/** The longest text of one turn, in characters: what a command may carry. */
export const longestTurn = 20_000;

export const unwritten: TurnText = {
  text: '',
  head: 0,
  corrections: [],
  withdrawal: null,
  speakerEdits: [],
  speaker: null,
  joinedInto: null,
  done: [],
  undone: [],
};

/**
 * Parts that the desk split off a turn are numbered from here, in the order they were made: the floor's own turns are
 * numbered from 1 and never meet them.
 */
export const firstPart = 1_000_001;

export function isPart(turn: number): boolean {
  return turn >= firstPart;
}

/** The words of a turn by its number; empty where nobody has written any. */
export function turnText(texts: TurnTexts, turn: number): TurnText {
  return entryAt(texts, slotOf(turn)) ?? unwritten;
}

export function setTurnText(texts: TurnTexts, turn: number, value: TurnText): TurnTexts {
  return withEntry(texts, slotOf(turn), value);
}

/** Turns and parts lie side by side, so that neither leaves a gap. */
function slotOf(turn: number): number {
  return isPart(turn) ? 2 * (turn - firstPart) + 1 : 2 * turn;
}

function turnIn(slot: number): number {
  return slot % 2 === 1 ? firstPart + (slot - 1) / 2 : slot / 2;
}

/** The turns whose words are still as this taking of captions left them, with what had stood there before. */
export function asCaptionsLeft(
  texts: TurnTexts,
  no: number,
): { readonly turn: number; readonly before: string }[] {
  return texts.flatMap((chunk) =>
    Object.entries(chunk).flatMap(([slot, { captions }]) =>
      captions?.no === no ? { turn: turnIn(Number(slot)), before: captions.before } : [],
    ),
  );
}
