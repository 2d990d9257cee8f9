import type { CommandInput } from '../meeting/commands.ts';
import type { LaidPiece } from './alignCaptions.ts';
import { endsSentence } from './phrases.ts';

/** What a command may carry as one text, in characters. */
const longest = 20_000;
/** A new paragraph begins after a sentence and so long a silence, or in a paragraph of so many characters. */
const paragraphPause = 2500;
const paragraphLength = 240;
/** Words without a turn that follow each other within this (ms) are kept as one. */
const together = 10_000;

export type TakenTurn = CommandInput<'takeCaptions'>['turns'][number];
export type KeptWords = NonNullable<CommandInput<'takeCaptions'>['kept']>[number];

/**
 * The pieces as the command carries them: the words of each turn as a text with paragraphs, and what goes into none.
 * Each word of the captions is in one of them, once; only blanks between captions are new. `add`: turns with words of
 * their own under which the captions' are wanted.
 */
export function takeOver(
  pieces: readonly LaidPiece[],
  add: ReadonlySet<number>,
): { readonly turns: TakenTurn[]; readonly kept: KeptWords[] } {
  const ofTurns = new Map<number, LaidPiece[]>();
  const rest: LaidPiece[][] = [];
  for (const piece of pieces) {
    if (piece.turn !== null) {
      const known = ofTurns.get(piece.turn);
      if (known === undefined) ofTurns.set(piece.turn, [piece]);
      else known.push(piece);
      continue;
    }
    const last = rest.at(-1)?.at(-1);
    if (last !== undefined && last.name === piece.name && piece.from - last.to < together)
      rest.at(-1)?.push(piece);
    else rest.push([piece]);
  }
  const turns: TakenTurn[] = [];
  const kept: KeptWords[] = [];
  for (const [turn, ofTurn] of ofTurns) {
    const [text, ...tooMuch] = cut(joined(ofTurn));
    const span = spanOf(ofTurn);
    if (text !== undefined) turns.push({ turn, ...span, text, ...(add.has(turn) ? { add: true } : {}) });
    for (const more of tooMuch) kept.push({ ...span, turn, text: more });
  }
  for (const stretch of rest)
    for (const text of cut(joined(stretch)))
      kept.push({ ...spanOf(stretch), name: stretch[0]?.name ?? null, text });
  return {
    turns: turns.toSorted((one, other) => one.turn - other.turn),
    kept: kept.toSorted((one, other) => one.from - other.from),
  };
}

/** Words in their order. A caption may end in the middle of a word; a sentence without its 。 is set off by a blank. */
function joined(pieces: readonly LaidPiece[]): string {
  let text = '';
  let paragraph = 0;
  let last: LaidPiece | null = null;
  for (const piece of pieces) {
    let between = '';
    if (last !== null && last.cue !== piece.cue) {
      const ends = endsSentence(last.text.trim());
      const breaks = piece.from - last.to >= paragraphPause || paragraph >= paragraphLength;
      if (ends && breaks) between = '\n';
      else if (ends && !/[。！？!?」』）)\s]$/u.test(last.text)) between = '　';
      else if (/\w$/.test(last.text) && /^\w/.test(piece.text)) between = ' ';
    }
    text += between + piece.text;
    paragraph = between === '\n' ? piece.text.length : paragraph + piece.text.length;
    last = piece;
  }
  return text.trim();
}

function cut(text: string): string[] {
  const parts: string[] = [];
  for (let rest = text; rest !== '';) {
    let end = Math.min(rest.length, longest);
    // Never between the two halves of one character.
    if (end < rest.length && /[\uD800-\uDBFF]/.test(rest[end - 1] ?? '')) end--;
    const part = rest.slice(0, end).trim();
    if (part !== '') parts.push(part);
    rest = rest.slice(end);
  }
  return parts;
}

function spanOf(pieces: readonly LaidPiece[]): { readonly from: number; readonly to: number } {
  const from = Math.min(...pieces.map((piece) => piece.from));
  const to = Math.max(...pieces.map((piece) => piece.to));
  return { from: Math.max(0, from), to: Math.max(0, to) };
}
