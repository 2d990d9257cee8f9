import type { ExportKind } from '../exports/exportMeeting.ts';

export interface DocumentFormat {
  readonly kind: ExportKind;
  /** Tables tell what no other audience sees (reasons for leaving, who sat where): they are the desk's. */
  readonly deskOnly: boolean;
  /** The report may follow the minutes in it (資料). */
  readonly annex: boolean;
}

const document = (kind: ExportKind): DocumentFormat => ({ kind, deskOnly: false, annex: true });
const table = (kind: ExportKind): DocumentFormat => ({ kind, deskOnly: true, annex: false });

/** The forms in which the minutes can be taken home, by the name that a request gives. */
export const documentFormats: Readonly<Record<string, DocumentFormat>> = {
  text: document('txt'),
  sjis: document('sjis'),
  markdown: document('md'),
  html: document('html'),
  docx: document('docx'),
  data: table('json'),
  xlsx: table('xlsx'),
  'votes.csv': table('votes.csv'),
  'attendance.csv': table('attendance.csv'),
  'turns.csv': table('turns.csv'),
  'speaking.csv': table('speaking.csv'),
};
