import { fillOf, grey, ink, overOf, patterns } from './looks.ts';
import type { MeetingReport, ReportItem, SpeakerKind } from './report.ts';
import { speakerKinds } from './report.ts';
import type { SvgNode } from './svgNode.ts';
import { svg } from './svgNode.ts';
import type { PictureOptions } from './plot.ts';
import { minutesText } from './timeAxis.ts';

export interface Share {
  readonly kind: SpeakerKind;
  readonly ms: number;
  /** Of all that was spoken, from 0 to 1. */
  readonly part: number;
}

/** How long each kind of speaker had the floor. */
export function sharesOf({ speakers }: Pick<MeetingReport, 'speakers'>): Share[] {
  const turns = speakers.flatMap((speaker) => speaker.turns);
  const all = turns.reduce((sum, { from, to }) => sum + to - from, 0);
  return speakerKinds.map((kind) => {
    const ms = turns.reduce((sum, turn) => (turn.kind === kind ? sum + turn.to - turn.from : sum), 0);
    return { kind, ms, part: all === 0 ? 0 : ms / all };
  });
}

/** The shares as one bar, in the patterns of the timeline. */
export function shareBar(report: MeetingReport, { words, width, id }: PictureOptions): SvgNode {
  const shares = sharesOf(report).filter(({ ms }) => ms > 0);
  const said = shares.map(({ kind, ms }) => `${words.kinds[kind]} ${words.min(minutesText(ms))}`);
  let x = 0;
  return svg(
    'svg',
    {
      viewBox: `0 0 ${width} 22`,
      width,
      height: 22,
      role: 'img',
      'aria-labelledby': `${id}-title`,
    },
    svg('title', { id: `${id}-title` }, `${words.sharesTitle}　${said.join('、')}`),
    patterns(id),
    ...shares.map(({ kind, part }) => {
      const from = x;
      x += part * width;
      return svg('rect', {
        x: from,
        y: 0.5,
        width: Math.max(1.4, part * width - 2),
        height: 21,
        fill: fillOf(kind, id),
      });
    }),
  );
}

/** The key to the patterns: one small square. */
export function keySquare(kind: SpeakerKind, id: string): SvgNode {
  return svg(
    'svg',
    { viewBox: '0 0 14 14', width: 14, height: 14, 'aria-hidden': 'true' },
    patterns(id),
    svg('rect', { width: 14, height: 14, rx: 2, fill: fillOf(kind, id) }),
  );
}

/** The longest of what was planned and what it took, in minutes, as the measure of all the items' bars. */
export function longestItem(items: readonly ReportItem[]): number {
  return Math.max(1, ...items.map(({ ms, planned }) => Math.max((ms ?? 0) / 60_000, planned ?? 0)));
}

/** What an item took as a bar, what was planned as a line, what is over the plan striped. The words stand beside it. */
export function itemBar(
  { ms, planned }: ReportItem,
  longest: number,
  { width, id }: Omit<PictureOptions, 'words'>,
): SvgNode {
  const scale = (minutes: number) => Math.round((minutes / longest) * (width - 4) * 10) / 10;
  const took = (ms ?? 0) / 60_000;
  const within = planned === null ? took : Math.min(took, planned);
  return svg(
    'svg',
    { viewBox: `0 0 ${width} 18`, width, height: 18, 'aria-hidden': 'true' },
    patterns(id),
    svg('rect', { x: 0, y: 3, width: scale(within), height: 12, rx: 1, fill: grey }),
    ...(took > within
      ? [
          svg('rect', {
            x: scale(within),
            y: 3,
            width: Math.max(1.4, scale(took) - scale(within)),
            height: 12,
            fill: overOf(id),
          }),
        ]
      : []),
    ...(planned === null
      ? []
      : [svg('path', { d: `M${scale(planned) + 1} 0V18`, stroke: ink, 'stroke-width': 2 })]),
  );
}
