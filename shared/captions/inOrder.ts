import type { Sentence } from '../protocol/language.ts';
import type { Cue } from './cue.ts';
import { captionRemarks as remark } from './captionWords.ts';

/** A clock that falls back this far, to within a minute of zero, has been started anew: two recordings in one file. */
const restartFrom = 5 * 60_000;
const restartTo = 60_000;
/** How long a caption lasts whose end cannot be right: what its words take, ms a character. */
const readingPace = 150;

/** Captions by their beginning, with what was put right. */
export function inOrder(raw: readonly Cue[]): {
  readonly cues: readonly Cue[];
  readonly remarks: readonly Sentence[];
} {
  let base = 0;
  let last = 0;
  let furthest = 0;
  const restarts: number[] = [];
  const backward: number[] = [];
  const inverted: number[] = [];
  const cues = raw.map((cue): Cue => {
    if (cue.from < restartTo && last - cue.from > restartFrom) {
      restarts.push(cue.line);
      base = furthest;
    } else if (cue.from < last) backward.push(cue.line);
    last = cue.from;
    const isInverted = cue.to < cue.from;
    if (isInverted) inverted.push(cue.line);
    const to = isInverted ? cue.from + cue.text.length * readingPace : cue.to;
    furthest = Math.max(furthest, base + to);
    return { ...cue, from: base + cue.from, to: base + to };
  });
  const sorted = cues.toSorted((one, other) => one.from - other.from);
  const overlapping: number[] = [];
  let end = 0;
  for (const [index, cue] of sorted.entries()) {
    // Two who speak in one caption have its time both.
    const sameCaption = sorted[index - 1]?.line === cue.line;
    if (cue.from < end && cue.to > cue.from && !sameCaption) overlapping.push(cue.line);
    end = Math.max(end, cue.to);
  }
  const remarks: Sentence[] = [];
  const say = (lines: readonly number[], sentence: (n: number, line: number) => Sentence) => {
    const [line] = lines;
    if (line !== undefined) remarks.push(sentence(lines.length, line));
  };
  say(restarts, remark.restarts);
  say(backward, remark.backward);
  say(inverted, remark.inverted);
  say(overlapping, remark.overlapping);
  return { cues: sorted, remarks };
}
