import type { SpeakerKind } from './report.ts';
import type { SvgNode } from './svgNode.ts';
import { svg } from './svgNode.ts';

/** The colours of the pages' tokens. Blue and vermilion are 賛成 and 反対 alone and have no place here. */
export const ink = '#1a1a1a';
export const quiet = '#4d4d4d';
export const line = '#cccccc';
export const faint = '#f2f2f2';
export const accent = '#006173';
export const accentTint = '#e9f7f9';
export const grey = '#949494';

/** Grounds with stripes of two units every six: across from below, or level. */
export const stripes = {
  online: { ground: '#c3e8ee', stripe: '#008da6' },
  official: { ground: '#d9d9d9', stripe: grey },
  over: { ground: '#fbf5e0', stripe: '#a58000' },
} as const;

export const font = "'BIZ UDPGothic', 'BIZ UDPゴシック', 'Noto Sans JP', sans-serif";

/** What a kind of speaker is filled with: each has its own pattern, so that no colour need be told apart. */
export function fillOf(kind: SpeakerKind, id: string): string {
  if (kind === 'chair') return ink;
  return kind === 'inRoom' ? accent : `url(#${id}-${kind})`;
}

/** The patterns that `fillOf` and `overOf` name. `id`: unlike that of any other picture on the page. */
export function patterns(id: string): SvgNode {
  const striped = (name: keyof typeof stripes, path: string) => {
    const { ground, stripe } = stripes[name];
    return svg(
      'pattern',
      { id: `${id}-${name}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      svg('rect', { width: 6, height: 6, fill: ground }),
      svg('path', { d: path, stroke: stripe, 'stroke-width': 2 }),
    );
  };
  return svg(
    'defs',
    {},
    striped('online', 'M-1 1l2 -2M0 6l6 -6M5 7l2 -2'),
    striped('official', 'M0 3h6'),
    striped('over', 'M-1 1l2 -2M0 6l6 -6M5 7l2 -2'),
  );
}

export function overOf(id: string): string {
  return `url(#${id}-over)`;
}
/** How wide a text is in ems: a full-width letter is one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u00FF' ? 1 : 0.58), 0);
}

/** The text, cut to so many ems. */
export function clipped(text: string, ems: number): string {
  if (widthOf(text) <= ems) return text;
  let kept = '';
  for (const letter of text) {
    if (widthOf(kept + letter) > ems - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}
