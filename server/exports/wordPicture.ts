import { ImageRun } from 'docx';
import { printable } from '../../shared/minutes/printable.ts';
import { boxPicture } from './boxPicture.ts';
import type { Box } from './boxPicture.ts';

interface WordPicture {
  /** In units of 1/96 inch. */
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** What it shows, for whoever does not see it. */
  readonly says: string;
}

/** Longer than this nobody listens. */
const longest = 400;

export function picture({ width, height, boxes, says }: WordPicture): ImageRun {
  const words = printable(says).slice(0, longest);
  return new ImageRun({
    type: 'png',
    data: boxPicture(width, height, boxes),
    transformation: { width, height },
    altText: { name: words.slice(0, 60), title: '', description: words },
  });
}
