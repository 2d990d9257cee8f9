import type { SvgNode } from './svgNode.ts';
import { svg } from './svgNode.ts';
import type { ReportWords } from './words.ts';

/** Where things stand in the picture, in its own units (pixels at full size). */
export interface Plot {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  /** The place of a moment on the clock. */
  readonly x: (at: number) => number;
}

export interface PictureOptions {
  readonly words: ReportWords;
  /** As wide as the page has room, in pixels. */
  readonly width: number;
  /** Unlike that of any other picture on the page. */
  readonly id: string;
}

export function text(
  x: number,
  y: number,
  words: string,
  attributes: Readonly<Record<string, string | number>> = {},
): SvgNode {
  return svg('text', { x: round(x), y: round(y), ...attributes }, words);
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
