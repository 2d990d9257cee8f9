/*
 * What has been written into each turn, sharing what has not changed: writing one turn copies one chunk and the list
 * of chunks, not every turn of the day. Plain JSON, so that a snapshot needs no conversion.
 */

/** What has been written into a turn, and what became of it. The log keeps every wording. */
export interface TurnText {
  readonly text: string;
  readonly withdrawn: boolean;
  /** Set while the words are as a caption file gave them: which taking it was, and what had stood here before. */
  readonly captions?: { readonly no: number; readonly before: string } | undefined;
}

export type TurnTexts = readonly Readonly<Record<number, TurnText>>[];

/** The longest text of one turn, in characters: what a command may carry. */
export const longestTurn = 20_000;

const chunkSize = 64;
const unwritten: TurnText = { text: '', withdrawn: false };

/** The words of a turn by its running number; empty where nobody has written any. */
export function turnText(texts: TurnTexts, turn: number): TurnText {
  return texts[chunkOf(turn)]?.[turn] ?? unwritten;
}

export function setTurnText(texts: TurnTexts, turn: number, value: TurnText): TurnTexts {
  const at = chunkOf(turn);
  const chunks = texts.slice();
  while (chunks.length <= at) chunks.push({});
  chunks[at] = { ...chunks[at], [turn]: value };
  return chunks;
}

/** The turns whose words are still as this taking of captions left them, with what had stood there before. */
export function asCaptionsLeft(
  texts: TurnTexts,
  no: number,
): { readonly turn: number; readonly before: string }[] {
  return texts.flatMap((chunk) =>
    Object.entries(chunk).flatMap(([turn, { captions }]) =>
      captions?.no === no ? { turn: Number(turn), before: captions.before } : [],
    ),
  );
}

function chunkOf(turn: number): number {
  return Math.floor(turn / chunkSize);
}
