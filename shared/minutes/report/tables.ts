import { localTime } from '../localTime.ts';
import type { Table } from '../tables.ts';
import type { MeetingReport, Span } from './report.ts';
import { sharesOf } from './smallPictures.ts';
import { clockText } from './timeAxis.ts';
import type { ReportWords } from './words.ts';

/* The tables behind the pictures: the same figures, for whoever cannot or would not look at a picture. */

/** One row for each who spoke. */
export function speakersTable({ speakers, silent }: MeetingReport, words: ReportWords): Table {
  const { name, role, kind, turns, minutes } = words.columns;
  return {
    name: words.spokeTitle,
    columns: [name, role, kind, turns, minutes],
    rows: [
      ...speakers.map((speaker) => [
        speaker.name,
        speaker.note || (speaker.role === 'chair' ? words.chairNote : ''),
        kindsOf(speaker, words),
        speaker.turns.length,
        tenths(speaker.ms),
      ]),
      ...silent.map((who) => [who, '', '', 0, 0]),
    ],
  };
}

function kindsOf({ turns }: MeetingReport['speakers'][number], words: ReportWords): string {
  return [...new Set(turns.map(({ kind }) => words.kinds[kind]))].join('、');
}

/** One row for each turn, in the order of the clock. */
export function turnTimesTable({ speakers, startsAt }: MeetingReport, words: ReportWords): Table {
  const { from, to, name, kind, minutes } = words.columns;
  const turns = speakers.flatMap((speaker) => speaker.turns.map((turn) => ({ ...turn, name: speaker.name })));
  return {
    name: words.spokeTitle,
    columns: [from, to, name, kind, minutes],
    rows: turns
      .toSorted((one, other) => one.from - other.from)
      .map((turn) => [
        clockText(turn.from, startsAt),
        clockText(turn.to, startsAt),
        turn.name,
        words.kinds[turn.kind],
        tenths(turn.to - turn.from),
      ]),
  };
}

/** When each spoke, in one row for each: what a strip of turns shows, to be read. */
export function turnSpansTable({ speakers, startsAt }: MeetingReport, words: ReportWords): Table {
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

/** Of a meeting in writing: a row for each step. */
export function courseTable(
  course: NonNullable<MeetingReport['written']>['course'],
  startsAt: string,
  words: ReportWords,
): Table {
  return {
    name: words.courseTitle,
    columns: [words.columns.at, words.columns.what],
    rows: course.map(({ at, what, round }) => {
      const { month, day } = localTime(at, startsAt);
      const of = round === null ? '' : `（${words.rounds[round]}）`;
      return [`${month}月${day}日 ${clockText(at, startsAt)}`, words.course[what] + of];
    }),
  };
}

/** One row for each change of how many were there. */
export function presenceTable(
  { steps, quorum, startsAt, changes }: MeetingReport,
  words: ReportWords,
): Table {
  const { at, inRoom, online, present, what } = words.columns;
  return {
    name: words.presenceTitle,
    columns: [at, inRoom, online, present, words.quorum, what],
    rows: steps.map((step) => [
      clockText(step.at, startsAt),
      step.inRoom,
      step.online,
      step.inRoom + step.online,
      quorum,
      changes
        .filter((change) => change.at === step.at)
        .map(({ name, change }) => `${name} ${words.change[change]}`)
        .join('、'),
    ]),
  };
}

export function sharesTable(report: MeetingReport, words: ReportWords): Table {
  const { kind, minutes, share } = words.columns;
  return {
    name: words.sharesTitle,
    columns: [kind, minutes, share],
    rows: sharesOf(report).map(({ kind: who, ms, part }) => [
      words.kinds[who],
      tenths(ms),
      Math.round(part * 100),
    ]),
  };
}

export function itemsTable({ items }: MeetingReport, words: ReportWords): Table {
  const { number, item, planned, actual, difference } = words.columns;
  return {
    name: words.itemsTitle,
    columns: [number, item, planned, actual, difference],
    rows: items.map((one) => [
      one.number,
      one.title,
      one.planned,
      one.ms === null ? null : tenths(one.ms),
      one.ms === null || one.planned === null ? null : overBy(one.ms, one.planned),
    ]),
  };
}

/** Whole minutes over (or under) what was planned. */
export function overBy(ms: number, planned: number): number {
  return Math.round(ms / 60_000) - planned;
}

export function resultsTable({ votes, startsAt }: MeetingReport, words: ReportWords): Table {
  const { number, item, at, eligible, required, yes, no, abstain, noReply, outcome } = words.columns;
  const written = votes.some((vote) => vote.noReply !== null);
  return {
    name: words.votesTitle,
    columns: [
      ...[number, item, at, eligible, required, yes, no, abstain],
      ...(written ? [noReply] : []),
      outcome,
    ],
    rows: votes.map((vote) => [
      vote.number,
      vote.title,
      vote.at === null ? null : clockText(vote.at, startsAt),
      vote.eligible,
      vote.required,
      vote.counts?.yes ?? words.noObjection,
      vote.counts?.no ?? null,
      vote.counts?.abstain ?? null,
      ...(written ? [vote.noReply] : []),
      vote.outcome,
    ]),
  };
}

/** What a workbook has beside the minutes' own tables. */
export function reportTables(report: MeetingReport, words: ReportWords): Table[] {
  const clocked = [presenceTable(report, words), { ...sharesTable(report, words), name: '発言の割合' }];
  return [itemsTable(report, words), ...(report.clock === null ? [] : clocked)];
}

/** Minutes to a tenth. */
function tenths(ms: number): number {
  return Math.round(ms / 6000) / 10;
}
