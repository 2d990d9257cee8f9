import type { MeetingReport, ReportSpeaker, Span } from './report.ts';
import { clipped, faint, fillOf, font, ink, line, patterns, quiet, widthOf } from './looks.ts';
import { round, text } from './plot.ts';
import type { PictureOptions, Plot } from './plot.ts';
import { presenceChart } from './presenceChart.ts';
import type { SvgNode } from './svgNode.ts';
import { svg } from './svgNode.ts';
import { clockText, minutesText, ticks } from './timeAxis.ts';
import type { ReportWords } from './words.ts';

const head = 26;
const lane = 17;
const bar = 10;
const chart = 96;
const minutesColumn = 52;

/**
 * Who spoke when, what was on the table, when something was decided and how many were there, on one clock. Null for a
 * meeting without a clock (in writing, not opened yet).
 */
export function timeline(report: MeetingReport, { words, width, id }: PictureOptions): SvgNode | null {
  const { clock, speakers, startsAt } = report;
  if (clock === null) return null;
  const left = labelWidth(speakers, width);
  const right = width - minutesColumn;
  const length = Math.max(1, clock.to - clock.from);
  const x = (at: number) =>
    round(left + ((Math.min(Math.max(at, clock.from), clock.to) - clock.from) / length) * (right - left));
  const plot: Plot = { id, left, right, width, x };
  const lanes = laneTops(speakers);
  const votesY = (lanes.at(-1) ?? head) + (speakers.length === 0 ? 14 : lane + 16);
  const chartTop = votesY + 30;
  const bottom = chartTop + chart;
  const height = bottom + 30;
  const turns = speakers.reduce((sum, speaker) => sum + speaker.turns.length, 0);
  return svg(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': font,
      'font-size': 14,
      fill: ink,
    },
    svg('title', { id: `${id}-title` }, words.spokeTitle),
    svg(
      'desc',
      { id: `${id}-desc` },
      words.describe({
        from: clockText(clock.from, startsAt),
        to: clockText(clock.to, startsAt),
        speakers: speakers.length,
        turns,
      }),
    ),
    patterns(id),
    ...bands(report, plot, bottom),
    ...grid(report, plot, bottom),
    ...recesses(report, plot, votesY, words),
    text(width, 16, words.minuteUnit, { 'text-anchor': 'end', fill: quiet }),
    ...speakers.flatMap((speaker, index) => laneOf(speaker, lanes[index] ?? head, plot, report, words)),
    ...presenceChart(report, plot, { top: chartTop, bottom }, words),
    ...voteMarks(report, plot, votesY, bottom, words),
    ...planned(report, plot, bottom),
  );
}

function labelWidth(speakers: readonly ReportSpeaker[], width: number): number {
  const needed = speakers.map(({ name, note, online }) => {
    const beside = online ? 'オンライン' : note;
    return widthOf(name) * 14 + (beside === '' ? 0 : 10 + widthOf(beside) * 12);
  });
  return Math.min(Math.max(92, ...needed) + 14, Math.max(110, width * 0.29));
}

/** Officials stand a little apart from the members. */
function laneTops(speakers: readonly ReportSpeaker[]): number[] {
  let y = head + 6;
  return speakers.map(({ role }, index) => {
    const before = speakers[index - 1]?.role;
    if (before !== undefined && group(before) !== group(role)) y += 8;
    const top = y;
    y += lane;
    return top;
  });
}

function group(role: ReportSpeaker['role']): 'members' | 'others' {
  return role === 'chair' || role === 'deputyChair' || role === 'member' ? 'members' : 'others';
}

function laneOf(
  { name, note, online, role, turns, ms }: ReportSpeaker,
  top: number,
  { id, left, right, width, x }: Plot,
  { startsAt }: MeetingReport,
  words: ReportWords,
): SvgNode[] {
  const base = top + bar;
  const beside = online ? words.online : note || (role === 'chair' ? words.chairNote : '');
  const room = (left - 14) / 14;
  const shown = clipped(name, room);
  const after = widthOf(shown) * 14 + 10;
  const fits = (left - 14 - after) / 12;
  return [
    svg('path', { d: `M${left} ${top + bar / 2}H${right}`, stroke: line, 'stroke-width': 0.5 }),
    svg(
      'text',
      { x: 0, y: base, ...(role === 'chair' ? { 'font-weight': 700 } : {}) },
      shown,
      svg('title', {}, beside === '' ? name : `${name}　${beside}`),
    ),
    ...(beside === '' || fits < Math.min(4, widthOf(beside))
      ? []
      : [text(after, base, clipped(beside, fits), { 'font-size': 12, fill: quiet })]),
    ...turns.map((turn) => {
      const from = x(turn.from);
      return svg(
        'rect',
        {
          x: from,
          y: top,
          width: Math.max(1.4, round(x(turn.to) - from)),
          height: bar,
          fill: fillOf(turn.kind, id),
        },
        svg(
          'title',
          {},
          `${name}　${clockText(turn.from, startsAt)}–${clockText(turn.to, startsAt)}　${words.min(minutesText(turn.to - turn.from))}`,
        ),
      );
    }),
    text(width, base, minutesText(ms), { 'text-anchor': 'end' }),
  ];
}

/** Every second spell of an item has a grey ground; its number stands above where there is room. */
function bands({ items }: MeetingReport, { x }: Plot, bottom: number): SvgNode[] {
  const spells = items
    .flatMap(({ number, title, spells: all }) => all.map((spell) => ({ ...spell, number, title })))
    .toSorted((one, other) => one.from - other.from);
  let free = 0;
  return spells.flatMap(({ from, to, number, title }, index) => {
    const [start, end] = [x(from), x(to)];
    const words = number || title;
    const label = clipped(words, Math.max((end - start) / 14, widthOf(number)));
    const middle = (start + end) / 2;
    const half = (widthOf(label) * 14) / 2;
    const shown = label !== '…' && middle - half >= free && (number !== '' || end - start >= 42);
    if (shown) free = middle + half + 4;
    return [
      ...(index % 2 === 1
        ? [
            svg('rect', {
              x: start,
              y: head - 2,
              width: round(end - start),
              height: bottom - head,
              fill: faint,
            }),
          ]
        : []),
      ...(shown
        ? [
            svg(
              'text',
              { x: round(middle), y: 16, 'text-anchor': 'middle', 'font-weight': 700 },
              label,
              svg('title', {}, number === '' ? title : `${number} ${title}`),
            ),
          ]
        : []),
    ];
  });
}

function grid({ clock, startsAt }: MeetingReport, { left, right, x }: Plot, bottom: number): SvgNode[] {
  const most = Math.max(2, Math.floor((right - left) / 62));
  if (clock === null) return [];
  const marks = ticks(clock, startsAt, most);
  return (marks.length > 0 ? marks : [clock.from]).flatMap((at) => [
    svg('path', { d: `M${x(at)} ${head - 2}V${bottom}`, stroke: line, 'stroke-width': 0.5 }),
    text(x(at), bottom + 18, clockText(at, startsAt), { 'text-anchor': 'middle' }),
  ]);
}

function recesses({ recesses: all }: MeetingReport, { x }: Plot, to: number, words: ReportWords): SvgNode[] {
  return all.map((span: Span) => {
    const width = Math.max(1.4, round(x(span.to) - x(span.from)));
    const label = widthOf(words.recess) * 12 + 4 <= width;
    return svg(
      'g',
      {},
      svg('title', {}, words.recess),
      svg('rect', {
        x: x(span.from),
        y: head - 2,
        width,
        height: to - head,
        fill: '#ffffff',
        stroke: quiet,
        'stroke-width': 0.5,
        'stroke-dasharray': '2 3',
      }),
      ...(label
        ? [
            text(x(span.from) + width / 2, to - 14, words.recess, {
              'text-anchor': 'middle',
              'font-size': 12,
            }),
          ]
        : []),
    );
  });
}

function voteMarks(
  { votes, startsAt }: MeetingReport,
  { x }: Plot,
  y: number,
  bottom: number,
  words: ReportWords,
): SvgNode[] {
  const declared = votes.flatMap((vote) => (vote.at === null ? [] : [{ ...vote, at: vote.at }]));
  return [
    text(0, y + 5, words.vote),
    ...declared.map(({ at, number, title, outcome }) =>
      svg(
        'g',
        {},
        svg('title', {}, `${clockText(at, startsAt)} ${number} ${title} ${outcome}`),
        svg('path', { d: `M${x(at)} ${head - 2}V${bottom}`, stroke: quiet, 'stroke-width': 1 }),
        svg('path', { d: `M${x(at)} ${y - 6}l6 6l-6 6l-6 -6z`, fill: ink }),
      ),
    ),
  ];
}

function planned({ plannedEnd, clock }: MeetingReport, { x }: Plot, bottom: number): SvgNode[] {
  if (plannedEnd === null || clock === null || plannedEnd <= clock.from || plannedEnd >= clock.to) return [];
  return [
    svg('path', {
      d: `M${x(plannedEnd)} ${head - 2}V${bottom}`,
      stroke: ink,
      'stroke-width': 1.5,
      'stroke-dasharray': '5 4',
    }),
  ];
}
