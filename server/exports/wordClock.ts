import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { ParagraphChild } from 'docx';
import { printable } from '../../shared/minutes/printable.ts';
import { clipped, widthOf } from '../../shared/minutes/report/looks.ts';
import type { MeetingReport, ReportSpeaker } from '../../shared/minutes/report/report.ts';
import { clockText, minutesText } from '../../shared/minutes/report/timeAxis.ts';
import { reportWords as words } from '../../shared/minutes/report/words.ts';
import type { Box } from './boxPicture.ts';
import { clockOver, ground, laneBars, marksOver, presenceSteps, voteMarks } from './reportBars.ts';
import type { Clock } from './reportBars.ts';
import { picture } from './wordPicture.ts';
import { pageText } from './wordTable.ts';

/** Twentieths of a point in a unit of 1/96 inch. */
const unit = 15;
const columns = { name: 2150, turns: 560, minutes: 610 } as const;
const strip = {
  width: (pageText - columns.name - columns.turns - columns.minutes) / unit,
  lane: 18,
  presence: 84,
};
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Who spoke when, what was on the table, when something was decided and how many were there: one clock, a row for each. */
export function clockTable(report: MeetingReport): Table {
  const clock = clockOver(report, strip.width);
  const rows = clock === null ? [] : rowsOf(report, clock);
  return new Table({
    width: { size: pageText, type: WidthType.DXA },
    columnWidths: [columns.name, strip.width * unit, columns.turns, columns.minutes],
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows,
  });
}

function rowsOf(report: MeetingReport, clock: Clock): TableRow[] {
  const { speakers, votes, steps, quorum } = report;
  const counts = steps.map(({ inRoom, online }) => inRoom + online);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const drawn = (boxes: readonly Box[], height: number, says: string) => [
    picture({
      width: clock.width,
      height,
      boxes: [...ground(report, clock, height), ...boxes, ...marksOver(report, clock, height)],
      says,
    }),
  ];
  return [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: [
        cell(columns.name, [words.columns.name]),
        labels(clock, itemLabels(report, clock)),
        cell(columns.turns, [words.columns.turns], AlignmentType.RIGHT),
        cell(columns.minutes, [words.columns.minutes], AlignmentType.RIGHT),
      ],
    }),
    ...speakers.map((speaker) =>
      row(
        [speaker.name],
        drawn(laneBars(speaker, clock, strip.lane), strip.lane, sayLane(speaker, report)),
        String(speaker.turns.length),
        minutesText(speaker.ms),
      ),
    ),
    ...(votes.some(({ at }) => at !== null)
      ? [row([words.vote], drawn(voteMarks(report, clock, strip.lane), strip.lane, sayVotes(report)), '', '')]
      : []),
    row(
      [
        `${words.present} ${least === most ? '' : `${String(least)}～`}${String(most)}人`,
        `${words.quorum} ${String(quorum)}人（点線）`,
      ],
      drawn(
        presenceSteps(report, clock, strip.presence),
        strip.presence,
        words.describePresence({ least, most, quorum }),
      ),
      '',
      '',
    ),
    new TableRow({
      cantSplit: true,
      children: [
        cell(columns.name, ['']),
        labels(
          clock,
          clock.marks.map((at) => ({ at: clock.x(at), text: clockText(at, report.startsAt) })),
        ),
        cell(columns.turns, ['']),
        cell(columns.minutes, ['']),
      ],
    }),
  ];
}

function row(name: readonly string[], strips: ParagraphChild[], turns: string, minutes: string): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      cell(columns.name, name),
      new TableCell({
        width: { size: strip.width * unit, type: WidthType.DXA },
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        children: [new Paragraph({ style: 'FigureStrip', children: strips })],
      }),
      cell(columns.turns, [turns], AlignmentType.RIGHT),
      cell(columns.minutes, [minutes], AlignmentType.RIGHT),
    ],
  });
}

function cell(
  width: number,
  lines: readonly string[],
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 60 },
    verticalAlign: VerticalAlign.CENTER,
    children: lines.map((text) => new Paragraph({ style: 'Figure', alignment, text: printable(text) })),
  });
}

interface Label {
  /** Its middle, in the strip's units. */
  readonly at: number;
  readonly text: string;
}

/** Words above or below the strips, each centred on its place by a tab stop; one at the edge stands at the edge. */
function labels({ width }: Clock, all: readonly Label[]): TableCell {
  const placed = all.filter(({ at, text }) => at + half(text) <= width + 2);
  const inside = placed.filter(({ at, text }) => at >= half(text));
  const edge = placed.filter((label) => !inside.includes(label)).slice(0, 1);
  return new TableCell({
    width: { size: width * unit, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    children: [
      new Paragraph({
        style: 'Figure',
        tabStops: inside.map(({ at }) => ({ type: TabStopType.CENTER, position: Math.round(at * unit) })),
        children: [
          ...edge.map(({ text }) => new TextRun({ text: printable(text) })),
          ...inside.map(({ text }) => new TextRun({ text: `\t${printable(text)}` })),
        ],
      }),
    ],
  });
}

/** How wide a letter of these tables is, in the strip's units. */
const letter = 11.4;
const half = (text: string) => (widthOf(text) * letter) / 2;

/** The number (or the beginning of the title) of each item over its time, where there is room; recesses likewise. */
function itemLabels({ items, recesses }: MeetingReport, { x }: Clock): Label[] {
  const spans = [
    ...items.flatMap(({ number, title, spells }) => spells.map((span) => ({ ...span, number, title }))),
    ...recesses.map((span) => ({ ...span, number: '', title: words.recess })),
  ].toSorted((one, other) => other.to - other.from - (one.to - one.from));
  const placed: Label[] = [];
  for (const { from, to, number, title } of spans) {
    const room = (x(to) - x(from)) / letter;
    if (number === '' && room < 3) continue;
    const text = clipped(number || title, Math.max(room, widthOf(number)));
    const at = (x(from) + x(to)) / 2;
    const clear = placed.every((other) => Math.abs(other.at - at) >= half(other.text) + half(text) + 1);
    if (clear) placed.push({ at, text });
  }
  return placed.toSorted((one, other) => one.at - other.at);
}

function sayLane({ name, turns, ms }: ReportSpeaker, { startsAt }: MeetingReport): string {
  const times = turns.map(({ from }) => clockText(from, startsAt)).join('、');
  return `${name}　${String(turns.length)}回、${words.min(minutesText(ms))}（${times}）`;
}

function sayVotes({ votes, startsAt }: MeetingReport): string {
  return votes
    .flatMap(({ at, number, outcome }) =>
      at === null ? [] : [`${clockText(at, startsAt)} ${number} ${outcome}`],
    )
    .join('、');
}
