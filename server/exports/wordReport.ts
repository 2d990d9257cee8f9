import type { Table } from 'docx';
import { HeadingLevel, Paragraph, TextRun } from 'docx';
import { localTime } from '../../shared/minutes/localTime.ts';
import type { MeetingReport, Span } from '../../shared/minutes/report/report.ts';
import { speakerKinds } from '../../shared/minutes/report/report.ts';
import { longestItem, sharesOf } from '../../shared/minutes/report/smallPictures.ts';
import { itemsTable, presenceTable, resultsTable, sharesTable } from '../../shared/minutes/report/tables.ts';
import { clockText, minutesText } from '../../shared/minutes/report/timeAxis.ts';
import { reportWords as words } from '../../shared/minutes/report/words.ts';
import { printable } from '../../shared/minutes/printable.ts';
import { fillOf, itemBoxes, shareBoxes } from './reportBars.ts';
import { picture } from './wordPicture.ts';
import { clockTable } from './wordClock.ts';
import { figureTable } from './wordTable.ts';

/*
 * The report as a part of a Word file (資料). Its pictures are strips without letters in the cells of real tables: names,
 * times and figures stand beside them as text, each strip says in words what it shows, and any Word and LibreOffice draws
 * it alike. Where a strip shows what no cell of its row says, a table follows.
 */

/** Of the bars beside figures, in units of 1/96 inch. */
const bar = { width: 130, height: 15 } as const;

export function reportParts(report: MeetingReport): (Paragraph | Table)[] {
  const { clock, votes, written } = report;
  return [
    ...(clock === null ? [] : spoken(report)),
    ...(written === null ? [] : course(report)),
    ...(clock === null ? [] : items(report)),
    ...(votes.length === 0 ? [] : [heading(words.votesTitle), figureTable(resultsTable(report, words))]),
  ];
}

function spoken(report: MeetingReport): (Paragraph | Table)[] {
  const shares = sharesOf(report);
  const bars = shares.map((share) =>
    picture({
      ...bar,
      boxes: shareBoxes(share, bar.width, bar.height),
      says: `${words.kinds[share.kind]} ${String(Math.round(share.part * 100))}％`,
    }),
  );
  return [
    heading(words.spokeTitle),
    ...legend(),
    clockTable(report),
    heading(words.turnTimesTitle),
    figureTable(turnsOf(report)),
    heading(words.presenceTitle),
    figureTable(presenceTable(report, words)),
    heading(words.sharesTitle),
    figureTable(sharesTable(report, words), bars),
  ];
}

/** When each spoke, in one row for each: what the strips show, to be read. */
function turnsOf({ speakers, startsAt }: MeetingReport): Parameters<typeof figureTable>[0] {
  return {
    name: words.turnTimesTitle,
    columns: [words.columns.name, `${words.columns.from}～${words.columns.to}`],
    rows: speakers.map(({ name, turns }) => [name, turns.map((turn) => spanOf(turn, startsAt)).join('　')]),
  };
}

/** 14:03～14:05; 14:03 for a turn within a minute of the clock. */
function spanOf({ from, to }: Span, startsAt: string): string {
  const [begins, ends] = [clockText(from, startsAt), clockText(to, startsAt)];
  return begins === ends ? begins : `${begins}～${ends}`;
}

/** What the patterns stand for. */
function legend(): Paragraph[] {
  const keys = speakerKinds.flatMap((kind) => [
    picture({
      width: 22,
      height: 10,
      boxes: [{ x: 0, y: 0, width: 22, height: 10, fill: fillOf(kind) }],
      says: words.kinds[kind],
    }),
    new TextRun({ text: ` ${words.kinds[kind]}　` }),
  ]);
  return [
    new Paragraph({ style: 'Figure', children: keys }),
    new Paragraph({ style: 'Figure', text: words.spokeHint }),
  ];
}

function items(report: MeetingReport): (Paragraph | Table)[] {
  const longest = longestItem(report.items);
  const bars = report.items.map((item) =>
    picture({
      ...bar,
      boxes: itemBoxes(item, longest, bar.width, bar.height),
      says: words.minutesOf(
        item.ms === null ? words.notTaken : words.min(minutesText(item.ms)),
        item.planned === null ? words.notTaken : words.min(String(item.planned)),
      ),
    }),
  );
  return [heading(words.itemsTitle), figureTable(itemsTable(report, words), bars)];
}

function course({ written, startsAt }: MeetingReport): (Paragraph | Table)[] {
  if (written === null) return [];
  const rows = written.course.map(({ at, what, round }) => {
    const { month, day } = localTime(at, startsAt);
    const of = round === null ? '' : `（${words.rounds[round]}）`;
    return [`${String(month)}月${String(day)}日 ${clockText(at, startsAt)}`, words.course[what] + of];
  });
  return [
    heading(words.courseTitle),
    figureTable({ name: words.courseTitle, columns: [words.columns.at, words.columns.what], rows }),
  ];
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, text: printable(text) });
}
