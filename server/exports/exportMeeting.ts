import type { MeetingState } from '../../shared/meeting/state.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { printable } from '../../shared/minutes/printable.ts';
import type { Profile } from '../../shared/minutes/profile/schema.ts';
import { copyReport } from '../../shared/minutes/report/copyReport.ts';
import { meetingReport } from '../../shared/minutes/report/meetingReport.ts';
import { reportTables } from '../../shared/minutes/report/tables.ts';
import { reportToHtml } from '../../shared/minutes/report/toHtml.ts';
import { reportWords } from '../../shared/minutes/report/words.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import {
  attendanceTable,
  namedVotesTable,
  speakingTable,
  turnsTable,
  votesTable,
} from '../../shared/minutes/tables.ts';
import { minutesToHtml } from '../../shared/minutes/toHtml.ts';
import { minutesToJson } from '../../shared/minutes/toJson.ts';
import { minutesToMarkdown } from '../../shared/minutes/toMarkdown.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { tableToCsv } from './csv.ts';
import { toShiftJis } from './shiftJis.ts';
import { minutesToWord, reportToWord } from './word.ts';
import { tablesToXlsx } from './xlsx.ts';

export interface ExportSource {
  readonly state: MeetingState;
  readonly blocks: readonly MinutesBlock[];
  readonly profile: Profile;
  /** The published copy (配布用) unless said otherwise; JSON and tables are always the record's. */
  readonly copy?: 'published' | 'record';
  /** In documents: the report follows the minutes (資料), naming people as this copy does. */
  readonly annex?: boolean;
}

export interface Exported {
  readonly mime: string;
  /** A name for the file, safe on every system; not ASCII. */
  readonly filename: string;
  readonly body: Buffer;
  /** Characters that the form cannot hold and that stand as 〓 in it. */
  readonly unmapped: readonly string[];
}

type Made = { readonly body: string | Buffer; readonly unmapped?: readonly string[] };

interface Form {
  readonly mime: string;
  /** What the file's name says beside the meeting's title, and how it ends. */
  readonly name: string;
  readonly extension: string;
  make(source: ExportSource): Made | Promise<Made>;
}

const document = (source: ExportSource) => renderMinutes(source);
/** As of the last thing that happened. */
const reportOf = (source: ExportSource) => meetingReport(source, source.state.at);
const annexOf = (source: ExportSource) =>
  source.annex === true ? copyReport(source, source.state.at) : undefined;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const forms = {
  txt: {
    mime: 'text/plain; charset=utf-8',
    name: '会議録',
    extension: 'txt',
    make: (source) => ({ body: minutesToText(document(source), annexOf(source)) }),
  },
  sjis: {
    mime: 'text/plain; charset=Shift_JIS',
    name: '会議録',
    extension: 'txt',
    make: (source) => toShiftJis(minutesToText(document(source), annexOf(source))),
  },
  md: {
    mime: 'text/markdown; charset=utf-8',
    name: '会議録',
    extension: 'md',
    make: (source) => ({ body: minutesToMarkdown(document(source), annexOf(source)) }),
  },
  html: {
    mime: 'text/html; charset=utf-8',
    name: '会議録',
    extension: 'html',
    make: (source) => ({ body: minutesToHtml(document(source), annexOf(source)) }),
  },
  docx: {
    mime: docx,
    name: '会議録',
    extension: 'docx',
    make: async (source) => ({ body: await minutesToWord(document(source), annexOf(source)) }),
  },
  json: {
    mime: 'application/json; charset=utf-8',
    name: '会議録',
    extension: 'json',
    make: ({ state, blocks }) => ({ body: JSON.stringify(minutesToJson(state, blocks), null, 1) + '\n' }),
  },
  'votes.csv': {
    mime: 'text/csv; charset=utf-8',
    name: '採決',
    extension: 'csv',
    make: (source) => ({ body: tableToCsv(votesTable(source)) }),
  },
  'attendance.csv': {
    mime: 'text/csv; charset=utf-8',
    name: '出欠',
    extension: 'csv',
    make: (source) => ({ body: tableToCsv(attendanceTable(source)) }),
  },
  'turns.csv': {
    mime: 'text/csv; charset=utf-8',
    name: '発言',
    extension: 'csv',
    make: (source) => ({ body: tableToCsv(turnsTable(source)) }),
  },
  'speaking.csv': {
    mime: 'text/csv; charset=utf-8',
    name: '発言時間',
    extension: 'csv',
    make: (source) => ({ body: tableToCsv(speakingTable(source)) }),
  },
  'report.html': {
    mime: 'text/html; charset=utf-8',
    name: '図と表',
    extension: 'html',
    make: (source) => ({ body: reportToHtml(reportOf(source)) }),
  },
  'report.docx': {
    mime: docx,
    name: '図と表',
    extension: 'docx',
    make: async (source) => ({ body: await reportToWord(document(source), reportOf(source)) }),
  },
  xlsx: {
    mime: xlsx,
    name: '記録表',
    extension: 'xlsx',
    make: async (source) => {
      const named = namedVotesTable(source);
      const tables = [votesTable(source), ...(named.rows.length > 0 ? [named] : [])];
      tables.push(attendanceTable(source), turnsTable(source), speakingTable(source));
      tables.push(...reportTables(reportOf(source), reportWords));
      return { body: await tablesToXlsx(tables) };
    },
  },
} as const satisfies Readonly<Record<string, Form>>;

export type ExportKind = keyof typeof forms;
export const exportKinds = Object.keys(forms) as ExportKind[];

/** A meeting's minutes or tables as a file. */
export async function exportMeeting(kind: ExportKind, source: ExportSource): Promise<Exported> {
  const form: Form = forms[kind];
  const { body, unmapped = [] } = await form.make(source);
  return {
    mime: form.mime,
    filename: `${form.name}${source.copy === 'record' ? '（原本）' : ''}_${fileName(source.state.info.title)}.${form.extension}`,
    body: typeof body === 'string' ? Buffer.from(body, 'utf8') : body,
    unmapped,
  };
}

/** What every file system takes, and not so long that one would cut it. */
function fileName(title: string): string {
  const safe = printable(title)
    .replaceAll(/[/\\:*?"<>|\s]+/gu, ' ')
    .replace(/^[. ]+/, '');
  return (
    [...safe]
      .slice(0, 60)
      .join('')
      .replace(/[. ]+$/, '') || 'meeting'
  );
}
