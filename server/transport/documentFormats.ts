import type { MinutesDocument } from '../../shared/minutes/document.ts';
import { minutesToHtml } from '../../shared/minutes/toHtml.ts';
import { minutesToMarkdown } from '../../shared/minutes/toMarkdown.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { minutesToWord } from '../exports/word.ts';

export interface DocumentFormat {
  readonly type: string;
  /** Of the file's name. */
  readonly ending: string;
  readonly make: (document: MinutesDocument) => string | Buffer | Promise<Buffer>;
}

/** The forms in which the minutes can be taken home, by the name that a request gives. */
export const documentFormats: Readonly<Record<string, DocumentFormat>> = {
  text: { type: 'text/plain; charset=utf-8', ending: 'txt', make: minutesToText },
  markdown: { type: 'text/markdown; charset=utf-8', ending: 'md', make: minutesToMarkdown },
  html: { type: 'text/html; charset=utf-8', ending: 'html', make: minutesToHtml },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    make: minutesToWord,
  },
};
