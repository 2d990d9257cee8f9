import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, Stage, violations } from '../support/stage.ts';

/* What a secretary takes home from the menu 書き出す, each file opened by somebody else's program. */

const evil = {
  chair: "=cmd|' /C calc'!A0",
  member: '<script>alert(1)</script>',
  words: `𠮷野の件です。<b>=1+1</b>${'長'.repeat(19_000)}`,
};

let stage: Stage;
let desk: Page;

interface Taken {
  readonly name: string;
  readonly body: Buffer;
}

/** Opens the menu, chooses, and has the file that the browser kept. */
async function taken(name: RegExp, before?: () => Promise<void>): Promise<Taken> {
  const menu = desk.getByRole('dialog', { name: '書き出す' });
  if (!(await menu.isVisible())) await button(desk, '書き出す').click();
  await before?.();
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    menu.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) };
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  const plan = planOf();
  const [chair, , third] = plan.people;
  const people = plan.people.map((person) =>
    person === chair
      ? { ...person, name: evil.chair }
      : person === third
        ? { ...person, name: evil.member }
        : person,
  );
  const meeting = await stage.makeMeeting(desk, { ...plan, people });
  const hand = await stage.hand(desk, meeting, 'desk');
  for (const who of ['m01', 'm02', 'm03', 'm04', 'm05'])
    await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  await hand.must({ do: 'openMeeting' });
  await hand.must({ do: 'startItem', item: 'i1' });
  const { version } = await hand.must({ do: 'speak', who: 'm03' });
  await hand.reach(version);
  const spoken = hand.view.floor.turn;
  await hand.must({ do: 'writeTurn', turn: spoken?.no ?? 0, text: evil.words, base: '' });
  await desk.goto(`/m/${meeting}/minutes?s=${sessionOf(desk)}`);
  await shows(desk, '𠮷野の件です。');
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

test('[P89] Word, HTML and Markdown have the words as words, and the report behind them only when asked', async () => {
  const word = await taken(/^Word/);
  expect(word.name).toBe('会議録_第１回審議会.docx');
  const text = (await mammoth.extractRawText({ buffer: word.body })).value;
  expect(text).toContain('𠮷野の件です。<b>=1+1</b>長長');
  expect(text).toContain(evil.member);
  expect(text).not.toContain('資料　会議の記録');
  const check = async () => {
    const box = desk.getByLabel(/図と表を資料として付ける/);
    if (!(await box.isChecked())) await box.check();
  };
  await button(desk, '書き出す').click();
  expect(await violations(desk)).toEqual([]);
  const annexed = await taken(/^Word/, check);
  expect((await mammoth.extractRawText({ buffer: annexed.body })).value).toContain(
    '資料　会議の記録（図と表）',
  );
  const html = (await taken(/^HTML/, check)).body.toString('utf8');
  expect(html).toContain('資料　会議の記録（図と表）');
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/<script|<b>=1/);
  // A page of its own, opened by the browser: nothing runs, nothing is asked for from outside.
  const page = await stage.blank({ width: 900, height: 900 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setContent(html);
  await shows(page, '資料　会議の記録（図と表）');
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
  await page.context().close();
  const markdown = (await taken(/^Markdown/)).body.toString('utf8');
  expect(markdown).toMatch(/^# /m);
  expect(markdown).not.toMatch(/<script|<b>/);
});

test('[P89] text in Shift_JIS stays open to say what it could not write', async () => {
  const utf8 = (await taken(/^テキスト .txt/)).body.toString('utf8');
  expect(utf8).toContain('𠮷野の件です。');
  // The box that was ticked for Word stays ticked.
  expect(utf8).toContain('資料　会議の記録（表）');
  const sjis = await taken(/^テキスト（Shift_JIS）/);
  const read = new TextDecoder('shift_jis', { fatal: true }).decode(sjis.body);
  expect(read).toContain('〓野の件です。');
  expect(read).not.toContain('?');
  expect(read.replaceAll('\r\n', '\n').replace('〓', '𠮷')).toBe(utf8.replaceAll('\r\n', '\n'));
  await shows(desk.getByRole('alert'), 'Shift_JISにない文字は〓にしました：𠮷');
});

test('[P89] data and tables are read back as data and tables, formulas as text', async () => {
  const data = JSON.parse((await taken(/^JSON/)).body.toString('utf8')) as { text: string; type: string }[];
  expect(data.find(({ type, text }) => type === 'turn' && text === evil.words)).toBeDefined();
  const sheets = await readWorkbook((await taken(/^表（Excel）/)).body);
  expect(sheets.map(({ sheet }) => sheet).slice(0, 4)).toEqual(['採決', '出欠', '発言', '発言時間']);
  expect(sheets.find(({ sheet }) => sheet === '出欠')?.data.flat()).toContain(evil.chair);
  for (const name of ['採決', '出欠', '発言', '発言時間']) {
    const { body, name: file } = await taken(new RegExp(`^${name}$`));
    expect(file).toBe(`${name}_第１回審議会.csv`);
    const csv = body.toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    for (const cell of csv.slice(1).split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@]/);
  }
  expect(stage.faults).toEqual([]);
});

test('[P90] on paper the minutes stand alone, on pages with numbers', async () => {
  await desk.keyboard.press('Escape');
  await desk.emulateMedia({ media: 'print' });
  for (const hidden of ['.topbar', 'aside', '.btn'])
    for (const one of await desk.locator(hidden).all()) expect(await one.isVisible()).toBe(false);
  // A button is one piece on paper: a long turn in one would begin on a sheet of its own.
  expect(await desk.locator('#main [data-turn]').count()).toBeGreaterThan(0);
  expect(await desk.locator('#main button').count()).toBe(0);
  const pdf = (await desk.pdf({ preferCSSPageSize: true })).toString('latin1');
  await desk.emulateMedia({ media: 'screen' });
  // 19,000 signs do not go on fewer sheets.
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(8);
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) => [
    Math.round(Number(wide)),
    Math.round(Number(high)),
  ]);
  expect(new Set(boxes.map(String))).toEqual(new Set(['595,842']));
});
