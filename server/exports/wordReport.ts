import type { Table } from 'docx';
import { HeadingLevel, Paragraph, TextRun } from 'docx';
import type { MeetingReport } from '../../shared/minutes/report/report.ts';
import { speakerKinds } from '../../shared/minutes/report/report.ts';
import { longestItem, sharesOf } from '../../shared/minutes/report/smallPictures.ts';
import {
  courseTable,
  itemsTable,
  presenceTable,
  resultsTable,
  sharesTable,
  turnSpansTable,
} from '../../shared/minutes/report/tables.ts';
import { minutesText } from '../../shared/minutes/report/timeAxis.ts';
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
    figureTable(turnSpansTable(report, words)),
    heading(words.presenceTitle),
    figureTable(presenceTable(report, words)),
    heading(words.sharesTitle),
    figureTable(sharesTable(report, words), bars),
  ];
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
  return [heading(words.courseTitle), figureTable(courseTable(written.course, startsAt, words))];
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, text: printable(text) });
}
