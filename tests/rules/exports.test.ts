import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { exportKinds, exportMeeting } from '../../server/exports/exportMeeting.ts';
import type { ExportSource } from '../../server/exports/exportMeeting.ts';
import { toShiftJis } from '../../server/exports/shiftJis.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { hostileMeeting } from '../support/hostileMeeting.ts';
import { playScenario, scenarioFile } from '../support/playScenario.ts';
import { unzip } from '../support/unzip.ts';

function sourceOf(log: Parameters<typeof minutesOf>[0], profile = 'plain'): ExportSource {
  const { model, state } = minutesOf(log);
  return { state, blocks: model.blocks, profile: profileById(profile) };
}

const meguro = sourceOf(playScenario(scenarioFile('shared/samples/meguro-2022-2.json')).log, 'meguro');

const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '');

describe('files of a meeting', () => {
  it('[P24] a Word file read back by another library says what the text says, in the same order', async () => {
    const { body } = await exportMeeting('docx', meguro);
    const { value } = await mammoth.extractRawText({ buffer: body });
    expect(squeezed(value)).toBe(squeezed(minutesToText(renderMinutes(meguro))));
  });

  it('[P25] a Word file has styles, a table, the title above, page numbers below, and East Asian faces', async () => {
    const { body } = await exportMeeting('docx', meguro);
    const files = unzip(body);
    const word = files.get('word/document.xml') ?? '';
    for (const style of ['Turn', 'StageDirection', 'TableKey', 'Heading2', 'Heading3', 'Title'])
      expect(word).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(word.match(/<w:tr>|<w:tr /g)).toHaveLength(8);
    const parts = [...files].filter(([name]) => /word\/(header|footer)\d/.test(name)).map(([, xml]) => xml);
    expect(parts.join('')).toContain('審議会');
    expect(parts.join('')).toContain('PAGE');
    expect(files.get('word/styles.xml')).toContain('ＭＳ 明朝');
  });

  it.each(exportKinds)('[P26] hostile names and words do no harm in %s', async (kind) => {
    const { body, filename } = await exportMeeting(kind, hostileMeeting());
    // eslint-disable-next-line no-control-regex -- these must not be there
    expect(filename).toMatch(/^[^/\\:*?"<>|\u0000-\u001F]+$/u);
    const zipped = kind.endsWith('docx') || kind === 'xlsx';
    const texts = zipped
      ? [...unzip(body)].filter(([name]) => !name.endsWith('.png')).map(([, text]) => text)
      : kind === 'json'
        ? []
        : [new TextDecoder(kind === 'sjis' ? 'shift_jis' : 'utf-8').decode(body)];
    for (const text of texts) {
      // eslint-disable-next-line no-control-regex -- these must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\uD800]/u);
      if (zipped || kind.endsWith('html')) expect(text).not.toContain('<script');
    }
    if (kind.endsWith('.csv'))
      for (const line of texts.join('').split('\r\n')) expect(line).not.toMatch(/(^|,)"?[=＝@+]/u);
    if (kind === 'xlsx') expect(texts.join('')).not.toContain('<f>');
    if (kind === 'json') expect(JSON.parse(body.toString())).toBeInstanceOf(Array);
  });

  it('[P27] Shift_JIS is read back by a decoder; what it lacks stands as 〓 and is named', () => {
    const { body, unmapped } = toShiftJis('会議録～①㈱髙﨑𠮷\n－＝か゚');
    expect(new TextDecoder('shift_jis').decode(body)).toBe('会議録～①㈱髙﨑〓\r\n－＝か〓');
    expect(unmapped).toEqual(['𠮷', '\u309A']);
    const everyday = minutesToText(renderMinutes(meguro));
    expect(toShiftJis(everyday).unmapped).toEqual([]);
  });

  it('[P28] the table of votes has a row for each round, with what was needed and what was given', async () => {
    const { body } = await exportMeeting('votes.csv', meguro);
    const [head, ...rows] = body.toString('utf8').replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toContain('表決権者,必要数,賛成,反対,棄権');
    expect(rows.map((row) => row.split(',').slice(5, 14).join(' '))).toEqual([
      '11 19 18 10 16 2 0 0 0',
      '11 19 18 10 17 1 0 0 0',
      '11 19 18 10 11 7 0 0 0',
      '11 18 17 9 15 1 1 0 0',
      '11 18 17 9 17 0 0 0 0',
      '11 16 15 8 13 2 0 0 0',
    ]);
  });

  it('[P28] attendance says who came late and who left when', async () => {
    const { body } = await exportMeeting('attendance.csv', meguro);
    const rows = body.toString('utf8').split('\r\n');
    expect(rows.find((row) => row.includes('委員１９'))).toContain('出席,会場,14:05:16,遅参');
    expect(rows.find((row) => row.includes('委員１６'))).toMatch(/退席,.*,16:04:37/);
    expect(rows.find((row) => row.includes('委員２０'))).toContain('欠席');
  });

  it('[P28] speaking times add up to the turns', async () => {
    const seconds = async (kind: 'turns.csv' | 'speaking.csv') => {
      const { body } = await exportMeeting(kind, meguro);
      const rows = body.toString('utf8').trim().split('\r\n').slice(1);
      return rows.reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0);
    };
    expect(await seconds('speaking.csv')).toBe(await seconds('turns.csv'));
  });

  it('[P29] the minutes as data have a label and words for every block, in reading order', async () => {
    const { body } = await exportMeeting('json', meguro);
    const blocks = JSON.parse(body.toString()) as {
      type: string;
      label: string;
      text: string;
      order: number;
    }[];
    expect(blocks.map(({ order }) => order)).toEqual(blocks.map((_, index) => index + 1));
    const turns = blocks.filter(({ type }) => type === 'turn');
    expect(turns).toHaveLength(254);
    expect(new Set(turns.map(({ label }) => label))).toEqual(new Set(['会長', '委員', '説明員', '事務局']));
    expect(blocks.filter(({ type }) => type === 'stage').slice(0, 2)).toMatchObject([
      { text: '賛成者挙手' },
      { text: '反対者挙手' },
    ]);
  });
});
