import { accent, accentTint, ink, overOf, quiet, widthOf } from './looks.ts';
import type { MeetingReport } from './report.ts';
import type { SvgNode } from './svgNode.ts';
import { svg } from './svgNode.ts';
import { clockText } from './timeAxis.ts';
import type { Plot } from './plot.ts';
import type { ReportWords } from './words.ts';

/** How many were there, as steps over the dotted line of the quorum; the time below it is striped. */
export function presenceChart(
  { steps, quorum, clock, belowQuorum, startsAt }: MeetingReport,
  { id, left, right, width, x }: Plot,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  words: ReportWords,
): SvgNode[] {
  const [first] = steps;
  if (first === undefined || clock === null) return [];
  const counts = steps.map(({ inRoom, online }) => inRoom + online);
  const most = Math.max(quorum, ...counts);
  const least = Math.max(0, Math.min(quorum, ...counts) - 1);
  const y = (count: number) =>
    Math.round((bottom - 14 - ((count - least) / Math.max(1, most - least)) * (bottom - top - 26)) * 10) / 10;
  const path = steps
    .map(({ at }, index) =>
      index === 0 ? `M${left} ${y(counts[0] ?? 0)}` : `H${x(at)}V${y(counts[index] ?? 0)}`,
    )
    .join('');
  const start = counts[0] ?? 0;
  const end = counts.at(-1) ?? 0;
  const near = Math.abs(y(start) - y(quorum)) < 15;
  return [
    svg('path', { d: `${path}H${right}V${bottom}H${left}Z`, fill: accentTint }),
    ...belowQuorum.map((span) =>
      svg(
        'rect',
        {
          x: x(span.from),
          y: top,
          width: Math.max(1.4, x(span.to) - x(span.from)),
          height: bottom - top,
          fill: overOf(id),
        },
        svg('title', {}, `${words.below} ${clockText(span.from, startsAt)}–${clockText(span.to, startsAt)}`),
      ),
    ),
    svg('path', { d: `${path}H${right}`, fill: 'none', stroke: accent, 'stroke-width': 2.5 }),
    svg('path', {
      d: `M${left} ${y(quorum)}H${right}`,
      fill: 'none',
      stroke: ink,
      'stroke-width': 2,
      'stroke-dasharray': '2 4',
    }),
    label(0, y(start) + (near && start >= quorum ? -3 : 5), words.present, 700),
    label(left - 12, y(start) + (near && start >= quorum ? -3 : 5), String(start), 700, 'end'),
    label(0, y(quorum) + (near && start >= quorum ? 13 : 5), words.quorum, 400),
    label(left - 12, y(quorum) + (near && start >= quorum ? 13 : 5), String(quorum), 400, 'end'),
    label(width, y(end) + 5, String(end), 700, 'end'),
    ...notes(steps, counts, { x, y, left, right, startsAt, words }),
  ];
}

/** Words keep clear of the lines that run behind them. */
const halo = { stroke: accentTint, 'stroke-width': 4, 'paint-order': 'stroke' };

function label(x: number, y: number, words: string, weight: number, anchor = 'start'): SvgNode {
  return svg('text', { x, y, 'font-weight': weight, 'text-anchor': anchor }, words);
}

/** 16:04 1人退席 beside each step for which there is room. */
function notes(
  steps: MeetingReport['steps'],
  counts: readonly number[],
  place: Pick<Plot, 'x' | 'left' | 'right'> & {
    readonly y: (count: number) => number;
    readonly startsAt: string;
    readonly words: ReportWords;
  },
): SvgNode[] {
  let free = place.left;
  return steps.flatMap(({ at }, index) => {
    const [before, after] = [counts[index - 1], counts[index]];
    if (before === undefined || after === undefined || before === after) return [];
    const said = after < before ? place.words.leaving(before - after) : place.words.coming(after - before);
    const words = `${clockText(at, place.startsAt)} ${said}`;
    const width = widthOf(words) * 12;
    const right = place.x(at) + 6 + width <= place.right;
    const from = right ? place.x(at) + 6 : place.x(at) - 6 - width;
    if (from < free) return [];
    free = from + width + 8;
    return [
      svg(
        'text',
        {
          x: Math.round(from),
          y: place.y(right ? after : before) + 16,
          'font-size': 12,
          fill: quiet,
          ...halo,
        },
        words,
      ),
    ];
  });
}
