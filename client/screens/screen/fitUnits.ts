/*
 * How large words may be on the stage, in its units, without measuring: a scene must stand at once and must not jump
 * when a face arrives late.
 */

/** Width of a text in ems: kana, kanji and full-width signs are 1, the rest about 0.6. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += isNarrow(character) ? 0.6 : 1;
  return ems;
}

function isNarrow(character: string): boolean {
  return character <= '\u00ff' || (character >= '\uff61' && character <= '\uff9f');
}

/** The largest size (stage units) between `least` and `most` at which `text` fits `width` units in `lines` lines. */
export function fitUnits(
  text: string,
  { width, most, least, lines = 1 }: { width: number; most: number; least: number; lines?: number },
): number {
  // A line breaks where words allow: up to two ems of each line but the last stay empty.
  const size = (width * lines) / Math.max(1, emsOf(text) + 2 * (lines - 1));
  return Math.floor(Math.min(most, Math.max(least, size)));
}

/**
 * The largest size at which `text` fits a block, in as many lines as that takes.
 * @param line the height of a line in ems
 */
export function fitBlock(
  text: string,
  block: { width: number; height: number; most: number; least: number; line: number },
): number {
  const sizes = [1, 2, 3, 4, 5, 6].map((lines) =>
    fitUnits(text, {
      width: block.width,
      most: Math.min(block.most, block.height / (lines * block.line)),
      least: 0,
      lines,
    }),
  );
  return Math.max(block.least, ...sizes);
}

/** The same for a name: one line while that is large enough, two where it would be small. */
export function fitName(
  name: string,
  { width, most, least }: { width: number; most: number; least: number },
): number {
  const one = fitUnits(name, { width, most, least });
  return one > least ? one : fitUnits(name, { width, most: most * 0.7, least, lines: 2 });
}
