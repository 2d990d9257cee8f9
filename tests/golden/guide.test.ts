import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toShiftJis } from '../../server/exports/shiftJis.ts';
import { loadProfiles } from '../../server/profiles.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { inDigits } from '../../shared/minutes/profile/numberForm.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { opened } from '../support/given.ts';
import { publishedMeeting } from '../support/publishedMeetings.ts';

/* A town of which the product never heard, as its clerk would bring it in: by the guide alone. */

let folder: string;
let guide: string;

async function inFolder(name: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
  return path;
}

async function complaint(path: string): Promise<string> {
  return loadProfiles(path).then(
    () => '',
    (error: unknown) => (error as Error).message,
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kyoshu-guide-test-'));
  const text = await readFile(resolve(import.meta.dirname, '../../docs/profiles.md'), 'utf8');
  guide = /```json\n([^]*?)```/.exec(text)?.[1] ?? '';
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the profile of the guide', () => {
  it('[P87] is used as it stands, and prints a published meeting in its own form', async () => {
    const profiles = await loadProfiles(await inFolder('good', { 'town.json': guide }));
    const profile = profiles.find(({ id }) => id === 'kirigahara');
    if (profile === undefined) throw new Error('it is not among them');
    const text = minutesToText(renderMinutes({ ...publishedMeeting('meguro'), profile }));
    expect(text).toContain('\n令和四年七月十一日　午後二時から午後五時三十七分\n');
    expect(text).toContain('（以上十九人）');
    expect(text).toContain('\n（一）　人事給与システムで取り扱う個人情報の追加について\n');
    expect(text.match(/【結果】.*/gu)).toEqual([
      '【結果】可十六・否二（表決権者十八人）で可決。',
      '【結果】可十七・否一（表決権者十八人）で可決。',
      '【結果】可十一・否七（表決権者十八人）で可決。',
      '【結果】可十五・否一・棄一（表決権者十七人）で可決。',
      '【結果】可十七（表決権者十七人）で可決。',
      '【結果】可十三・否二（表決権者十五人）で可決。',
    ]);
    expect(text).not.toMatch(/[0-9０-９{}]|undefined/u);
    // Nobody typed any words: there are no turns to print.
    expect(text).not.toContain('【主な意見】');
  });

  it('[P87] prints typed words under its marks, in the agenda’s order', async () => {
    const profiles = await loadProfiles(await inFolder('words', { 'town.json': guide }));
    const profile = profiles.find(({ id }) => id === 'kirigahara');
    if (profile === undefined) throw new Error('it is not among them');
    const played = opened({ open: true });
    played.ok('m01', { do: 'startItem', item: 'i1' });
    for (const who of ['m03', 'k01'] as const) played.ok('s01', { do: 'speak', who });
    const { model: before } = minutesOf(played.log);
    const turns = before.blocks.flatMap((block) => (block.type === 'turn' ? [block] : []));
    for (const [index, { turn }] of turns.slice(-2).entries())
      played.ok('s01', { do: 'writeTurn', turn, text: `${['質問', '回答'][index] ?? ''}の要点`, base: '' });
    const { model, state } = minutesOf(played.log);
    const text = minutesToText(renderMinutes({ state, blocks: model.blocks, profile }));
    expect(text).toMatch(/【主な意見】\n+●　質問の要点\n+→[^\n]*　回答の要点/u);
  });

  it('[P21] a carried matter with conditions that nobody counted takes the sentence without objection', async () => {
    const profiles = await loadProfiles(await inFolder('conditions', { 'town.json': guide }));
    const profile = profiles.find(({ id }) => id === 'kirigahara');
    if (profile === undefined) throw new Error('it is not among them');
    const text = minutesToText(renderMinutes({ ...publishedMeeting('shiki'), profile }));
    expect(text.match(/【結果】異議なく可決。/gu)).toHaveLength(9);
  });
});

describe('a folder of forms', () => {
  it('[P88] with several that cannot be used: every fault with file and line, and which way out', async () => {
    const path = await inFolder('bad', {
      'good.json': guide,
      'one.json': guide.replace('"第一", "（一）"', '"第2", "（一）"').replace('"kirigahara"', '"one"'),
      'two.json': guide
        .replace('"carried": "{counts}', '"carriedd": "{counts}')
        .replace('"kirigahara"', '"two"'),
      'three.json': guide.slice(0, 300),
      'twin.json': guide,
      'sjis.json': toShiftJis(guide.replace('霧ヶ原町', '霧ケ原町')).body,
    });
    const lines = (await complaint(path)).split('\n');
    expect(lines[0]).toContain('KYOSHU_PROFILES');
    expect(lines[1]).toContain('take the file out of the folder');
    const told = (file: string, words: RegExp) =>
      expect(lines.filter((line) => line.includes(`/${file}`)).join('\n'), file).toMatch(words);
    const line = guide.split('\n').findIndex((one) => one.includes('"numbering"')) + 1;
    told(
      'one.json',
      new RegExp(`one\\.json:${String(line)}: numbering\\.agenda\\.0: "第2" is not a number form.*①`),
    );
    told('two.json', /two\.json:\d+: results\.carriedd: unknown field; allowed here: carried /);
    told('two.json', /two\.json:\d+: results\.carried: is missing/);
    told('three.json', /three\.json:\d+: this is not JSON/);
    told('twin.json', /id: "kirigahara" is the id of .*good\.json too/);
    told('sjis.json', /not UTF-8/);
    expect(lines.some((line) => line.startsWith(join(path, 'good.json')))).toBe(false);
  });
});

describe('digits', () => {
  it.each([
    [
      'kanji',
      '令和８年11月24日 第２回 賛成10名 2026年 委員０１ 105人',
      '令和八年十一月二十四日 第二回 賛成十名 二〇二六年 委員〇一 一〇五人',
    ],
    ['full', '8年１１月', '８年１１月'],
    ['half', '8年１１月', '8年11月'],
    ['asTyped', '8年１１月', '8年１１月'],
  ] as const)('[P86] %s', (form, text, printed) => {
    expect(inDigits(form, text)).toBe(printed);
  });
});
