import {
  accent,
  accentTint,
  faint,
  grey,
  ink,
  line,
  quiet,
  stripes,
} from '../../shared/minutes/report/looks.ts';
import { indexedPng } from './png.ts';

/*
 * Pictures for Word of boxes alone, without a letter: what is written stands beside them in cells, where it can be
 * read aloud, searched, enlarged and changed. Boxes need no library to draw them, and come out the same everywhere.
 */

const plain = { paper: '#ffffff', ink, quiet, grey, line, faint, accent, accentTint } as const;

export type Fill = keyof typeof plain | keyof typeof stripes;

/** Later boxes lie over earlier ones. Places and sizes in units of 1/96 inch. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Fill;
}

/** So many dots for a unit: 288 to the inch, as sharp on paper as on a screen. */
const dots = 3;

const palette = [
  ...Object.values(plain),
  ...Object.values(stripes).flatMap(({ ground, stripe }) => [ground, stripe]),
];
const colours: readonly string[] = [...new Set(palette)];
const placeOf = (colour: string) => colours.indexOf(colour);

/** The boxes on white as a PNG file. */
export function boxPicture(width: number, height: number, boxes: readonly Box[]): Buffer {
  const wide = Math.round(width * dots);
  const high = Math.round(height * dots);
  const pixels = Buffer.alloc(wide * high, placeOf(plain.paper));
  for (const box of boxes) {
    const [left, top] = [Math.max(0, Math.round(box.x * dots)), Math.max(0, Math.round(box.y * dots))];
    const right = Math.min(wide, Math.max(left + 1, Math.round((box.x + box.width) * dots)));
    const bottom = Math.min(high, Math.max(top + 1, Math.round((box.y + box.height) * dots)));
    const at = inkOf(box.fill);
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) pixels[y * wide + x] = at(x / dots, y / dots);
  }
  return indexedPng({
    width: wide,
    height: high,
    pixels,
    palette: colours.map((colour) => Number.parseInt(colour.slice(1), 16)),
  });
}

function inkOf(fill: Fill): (x: number, y: number) => number {
  if (!(fill in stripes)) {
    const place = placeOf(plain[fill as keyof typeof plain]);
    return () => place;
  }
  const { ground, stripe } = stripes[fill as keyof typeof stripes];
  const [below, above] = [placeOf(ground), placeOf(stripe)];
  if (fill === 'official') return (_, y) => (y % 6 >= 2 && y % 6 < 4 ? above : below);
  return (x, y) => ((x + y) % 6 < 2 ? above : below);
}
