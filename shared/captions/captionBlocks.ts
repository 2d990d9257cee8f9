import { captionSpan } from './captionTime.ts';
import type { CaptionSpan } from './captionTime.ts';

export interface CaptionBlock extends CaptionSpan {
  /** Of the timing line, from 1. */
  readonly line: number;
  /** As in the file, markup included. */
  readonly lines: readonly string[];
}

export interface CaptionBlocks {
  readonly blocks: readonly CaptionBlock[];
  /** Lines that are meant as times and cannot be read, from 1. */
  readonly broken: readonly number[];
}

const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';

/**
 * Cuts a file at its timing lines. Everything up to the next one belongs to a caption, blank lines inside included, but
 * for the next one's number or id and for WebVTT's NOTE, STYLE and REGION.
 */
export function captionBlocks(lines: readonly string[]): CaptionBlocks {
  const blocks: (CaptionSpan & { line: number; lines: string[] })[] = [];
  const broken: number[] = [];
  let aside = false;
  lines.forEach((line, index) => {
    if (isBlank(line)) {
      aside = false;
      return;
    }
    const span = captionSpan(line);
    if (span === 'broken') broken.push(index + 1);
    else if (span !== null) {
      aside = false;
      blocks.push({ ...span, line: index + 1, lines: [] });
    } else {
      const begins = isBlank(lines[index - 1]);
      if (begins && /^(NOTE|STYLE|REGION)(\s|$)/.test(line)) aside = true;
      if (!aside && !isId(line, begins, lines[index + 1])) blocks.at(-1)?.lines.push(line);
    }
  });
  return { blocks, broken };
}

/** The line before a time: a number, or anything that stands alone there. */
function isId(line: string, begins: boolean, next: string | undefined): boolean {
  if (next === undefined) return false;
  const span = captionSpan(next);
  return span !== null && (begins || /^\s*\d+\s*$/.test(line));
}
