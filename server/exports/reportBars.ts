import type { MeetingReport, ReportItem, ReportSpeaker, Span } from '../../shared/minutes/report/report.ts';
import type { sharesOf } from '../../shared/minutes/report/smallPictures.ts';
import { ticks } from '../../shared/minutes/report/timeAxis.ts';
import type { Box, Fill } from './boxPicture.ts';

/*
 * The report's pictures as boxes, strip by strip: in Word a table holds the strips together, one row for each person,
 * with the name before and the figures behind.
 */

/** Where moments lie in a strip of this width. */
export interface Clock {
  readonly width: number;
  readonly x: (at: number) => number;
  /** Round moments that are written below. */
  readonly marks: readonly number[];
}

export function clockOver({ clock, startsAt }: MeetingReport, width: number): Clock | null {
  if (clock === null) return null;
  const length = Math.max(1, clock.to - clock.from);
  const x = (at: number) => ((Math.min(Math.max(at, clock.from), clock.to) - clock.from) / length) * width;
  const marks = ticks(clock, startsAt, Math.max(2, Math.floor(width / 48)));
  return { width, x, marks: marks.length > 0 ? marks : [clock.from] };
}

/** A turn is never so short that it could not be seen. */
const least = 1;

/** What lies behind every strip, so that one line runs through all of them: items by turns grey, hours, recesses. */
export function ground(report: MeetingReport, { x, marks }: Clock, height: number): Box[] {
  const spells = report.items
    .flatMap((item) => item.spells)
    .toSorted((one, other) => one.from - other.from)
    .filter((_, index) => index % 2 === 1);
  return [
    ...spells.map((span) => over(span, x, height, 'faint')),
    ...marks.map((at) => upright(x(at), height, 0.4, 'line')),
    ...report.recesses.flatMap((span) => [
      over(span, x, height, 'paper'),
      upright(x(span.from), height, 0.4, 'quiet'),
      upright(x(span.to), height, 0.4, 'quiet'),
    ]),
  ];
}

/** What lies before them: votes as lines, the planned end as dashes. */
export function marksOver(report: MeetingReport, { x }: Clock, height: number): Box[] {
  const { plannedEnd, clock } = report;
  const dashed = plannedEnd !== null && clock !== null && plannedEnd > clock.from && plannedEnd < clock.to;
  return [
    ...report.votes.flatMap(({ at }) => (at === null ? [] : [upright(x(at), height, 0.5, 'quiet')])),
    ...(dashed
      ? dashes(height, 6).map((y) => ({
          x: x(plannedEnd) - 0.5,
          y,
          width: 1,
          height: 3.6,
          fill: 'ink' as const,
        }))
      : []),
  ];
}

/** The turns of one lane. */
export function laneBars({ turns }: ReportSpeaker, { x }: Clock, height: number): Box[] {
  const top = Math.round(height / 4);
  return turns.map(({ from, to, kind }) => ({
    x: x(from),
    y: top,
    width: Math.max(least, x(to) - x(from)),
    height: height - 2 * top,
    fill: fillOf(kind),
  }));
}

/** Each vote as a diamond on its line. */
export function voteMarks({ votes }: MeetingReport, { x }: Clock, height: number): Box[] {
  const half = 5;
  return votes.flatMap(({ at }) => {
    if (at === null) return [];
    return Array.from({ length: half * 6 + 1 }, (_, step): Box => {
      const wide = half - Math.abs(step / 3 - half);
      return {
        x: x(at) - wide,
        y: height / 2 - half + step / 3,
        width: 2 * wide,
        height: 1 / 3,
        fill: 'ink',
      };
    });
  });
}

/** How many were there, in steps, over the dots of the quorum; the time below it is striped. */
export function presenceSteps(report: MeetingReport, { x, width }: Clock, height: number): Box[] {
  const { steps, quorum, belowQuorum, clock } = report;
  const counts = steps.map(({ inRoom, online }) => inRoom + online);
  const most = Math.max(quorum, ...counts, 1);
  const y = (count: number) => height - (count / most) * (height - 6);
  const spans = steps.map(({ at }, index) => {
    const from = index === 0 ? 0 : x(at);
    return { from, to: x(steps[index + 1]?.at ?? clock?.to ?? at), top: y(counts[index] ?? 0) };
  });
  return [
    ...spans.map(({ from, to, top }) => box(from, top, to - from, height - top, 'accentTint')),
    ...belowQuorum.map((span) => over(span, x, height, 'over')),
    ...spans.flatMap(({ from, to, top }, index) => {
      const before = spans[index - 1]?.top ?? top;
      return [
        box(from, top - 1, to - from, 2, 'accent'),
        box(from - 1, Math.min(before, top) - 1, 2, Math.abs(before - top) + 2, 'accent'),
      ];
    }),
    ...Array.from({ length: Math.ceil(width / 6) }, (_, index) =>
      box(index * 6, y(quorum) - 1, 2.4, 2, 'ink'),
    ),
  ];
}

/** What an item took, what is over its plan striped, and the plan as a line. `longest`: minutes of the whole width. */
export function itemBoxes(
  { ms, planned }: ReportItem,
  longest: number,
  width: number,
  height: number,
): Box[] {
  const scale = (minutes: number) => (minutes / longest) * (width - 4);
  const took = (ms ?? 0) / 60_000;
  const within = planned === null ? took : Math.min(took, planned);
  return [
    ...(within > 0 ? [box(0, 3, scale(within), height - 6, 'grey')] : []),
    ...(took > within
      ? [box(scale(within), 3, Math.max(least, scale(took) - scale(within)), height - 6, 'over')]
      : []),
    ...(planned === null ? [] : [box(scale(planned), 0, 2, height, 'ink')]),
  ];
}

/** One kind's part of all that was spoken. */
export function shareBoxes(
  { kind, part }: ReturnType<typeof sharesOf>[number],
  width: number,
  height: number,
): Box[] {
  return part === 0 ? [] : [box(0, 2, Math.max(least, part * width), height - 4, fillOf(kind))];
}

export function fillOf(kind: ReportSpeaker['turns'][number]['kind']): Fill {
  if (kind === 'chair') return 'ink';
  return kind === 'inRoom' ? 'accent' : kind;
}

function box(x: number, y: number, width: number, height: number, fill: Fill): Box {
  return { x, y, width, height, fill };
}

function over({ from, to }: Span, x: Clock['x'], height: number, fill: Fill): Box {
  return box(x(from), 0, Math.max(least, x(to) - x(from)), height, fill);
}

function upright(x: number, height: number, width: number, fill: Fill): Box {
  return box(x - width / 2, 0, width, height, fill);
}

function dashes(height: number, every: number): number[] {
  return Array.from({ length: Math.ceil(height / every) }, (_, index) => index * every);
}
