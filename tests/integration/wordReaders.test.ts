import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findLibreOffice } from '../../scripts/programs.mjs';
import { exportMeeting } from '../../server/exports/exportMeeting.ts';
import type { ExportSource } from '../../server/exports/exportMeeting.ts';
import { meetingReport } from '../../shared/minutes/report/meetingReport.ts';
import { annexTitle } from '../../shared/minutes/report/words.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { hostileMeeting } from '../support/hostileMeeting.ts';
import { convertByLibreOffice } from '../support/libreOffice.ts';
import { publishedMeeting, publishedMeetings } from '../support/publishedMeetings.ts';

const plain = [...Object.keys(publishedMeetings), 'hostile'];
/** The same with the report behind them. */
const annexed = plain.map((name) => `${name}-annexed`);
const names = [...plain, ...annexed];
const office = findLibreOffice();
/** Who reads a Word file on this machine: LibreOffice too, where there is one. */
const readers = ['mammoth', ...(office === null ? [] : ['LibreOffice'])];

let folder: string;
const sources = new Map<string, ExportSource>();
/** What LibreOffice said while it converted everything. */
let said = '';

/** The line to sign on is drawn in Word and made of characters in text. */
const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/[\s\uFEFF_]/gu, '');
const path = (name: string, extension: string) => join(folder, `${name}.${extension}`);

async function readBy(reader: string, name: string): Promise<string> {
  if (reader === 'LibreOffice') return readFile(path(name, 'txt'), 'utf8');
  return (await mammoth.extractRawText({ path: path(name, 'docx') })).value;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kyoshu-word-test-'));
  await mkdir(join(folder, '.user'));
  for (const name of names) {
    const meeting = name.replace('-annexed', '');
    const source = {
      ...(meeting === 'hostile' ? hostileMeeting() : publishedMeeting(meeting)),
      annex: meeting !== name,
    };
    sources.set(name, source);
    await writeFile(path(name, 'docx'), (await exportMeeting('docx', source)).body);
  }
  if (office === null) return;
  const documents = names.map((name) => path(name, 'docx'));
  said = await convertByLibreOffice(office, 'txt:Text (encoded):UTF8', documents, folder);
  said += await convertByLibreOffice(office, 'pdf', documents, folder);
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.each(readers)('a Word file, read back by %s', (reader) => {
  test.each(plain)('[P41] %s says what the text says, in the same order', async (name) => {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`no document ${name}`);
    const text = minutesToText(renderMinutes(source));
    expect(squeezed(text).length).toBeGreaterThan(200);
    expect(squeezed(await readBy(reader, name))).toBe(squeezed(text));
  });

  test.each(annexed)('[P80] %s has the minutes, and then the report', async (name) => {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`no document ${name}`);
    const [minutes, report] = squeezed(await readBy(reader, name)).split(squeezed(annexTitle));
    expect(minutes).toBe(squeezed(minutesToText(renderMinutes(source))));
    for (const { title, outcome } of meetingReport(source, source.state.at).votes) {
      expect(report).toContain(squeezed(title));
      expect(report).toContain(squeezed(outcome));
    }
  });

  test('[P41] is taken without complaint, and becomes pages', async () => {
    if (reader === 'mammoth') {
      for (const name of names) {
        const { messages } = await mammoth.convertToHtml({ path: path(name, 'docx') });
        // Styles of our own are not in its map; anything else would be a fault of the file.
        expect(
          messages.filter(({ message }) => !/^Unrecognised (paragraph|run) style/.test(message)),
        ).toEqual([]);
      }
      return;
    }
    expect(said).not.toMatch(/error|could not|failed to load|corrupt/i);
    for (const name of names) {
      const pdf = await readFile(path(name, 'pdf'));
      expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(5000);
    }
  });
});
