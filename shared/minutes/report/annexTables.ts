import type { Table } from '../tables.ts';
import type { MeetingReport } from './report.ts';
import {
  courseTable,
  itemsTable,
  presenceTable,
  resultsTable,
  sharesTable,
  speakersTable,
  turnSpansTable,
} from './tables.ts';
import type { ReportWords } from './words.ts';

/**
 * The report as tables alone, in the order of its pictures: for files that have no room for a picture. Each is named for
 * its part of the report.
 */
export function annexTables(report: MeetingReport, words: ReportWords): Table[] {
  const { clock, written, votes } = report;
  return [
    ...(clock === null
      ? []
      : [
          speakersTable(report, words),
          turnSpansTable(report, words),
          presenceTable(report, words),
          sharesTable(report, words),
        ]),
    ...(written === null ? [] : [courseTable(written.course, report.startsAt, words)]),
    ...(clock === null ? [] : [itemsTable(report, words)]),
    ...(votes.length === 0 ? [] : [resultsTable(report, words)]),
  ];
}
