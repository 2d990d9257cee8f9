import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { planOf } from '../support/plans.ts';
import { fillSetup } from '../support/setupPage.ts';
import { button, sessionOf, shows, Stage, violations } from '../support/stage.ts';

/* A town's own form in the folder of KYOSHU_PROFILES: from the setup page to the printed minutes. */

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

let meeting: string;
let folder: string;
let guide: string;
let stage: Stage;
let desk: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kyoshu-own-form-'));
  guide = /```json\n([^]*?)```/.exec(await readFile(join(root, 'docs/profiles.md'), 'utf8'))?.[1] ?? '';
  await writeFile(join(folder, 'kirigahara.json'), guide);
  stage = await Stage.open({ env: { KYOSHU_PROFILES: folder } });
  desk = await stage.desk();
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

test('[P87] is chosen by its name on the setup page, and the minutes are printed in it', async () => {
  await desk.goto(`/setup/own-form?s=${sessionOf(desk)}`);
  await fillSetup(desk, planOf());
  await button(desk, '会議の内容').click();
  await desk.getByLabel('開催日').fill('2026-12-01');
  await desk.getByLabel('会議録の様式').selectOption({ label: '霧ヶ原町（要点）' });
  await button(desk, '会議を作る').click();
  await desk.waitForURL(/\/m\/[^/]+\//);
  meeting = /\/m\/([^/]+)\//.exec(desk.url())?.[1] ?? '';
  await desk.goto(`/m/${meeting}/minutes?s=${sessionOf(desk)}`);
  await shows(desk, /霧ヶ原町の様式/);
  await shows(desk.locator('#main'), '議事要点録');
  await shows(desk.locator('#main'), '二　出席者');
  // A draft that nobody has begun is looked for once, and not found.
  expect(stage.faults.filter((fault) => !/\(Not Found\)$/.test(fault))).toEqual([]);
});

test('[P93] a form whose file is gone is named on the page and before a download, with what to do and another to choose', async () => {
  await stage.server.kill();
  await rename(join(folder, 'kirigahara.json'), join(folder, 'kirigahara.away'));
  await stage.server.startAgain();
  await desk.reload();
  const notice = desk.locator('.stripe');
  await shows(notice, 'この会議の様式のファイルがありません');
  await shows(notice, '様式「kirigahara」のファイルがサーバーにないため、「標準');
  await shows(notice, '様式のフォルダ（KYOSHU_PROFILES）に戻して');
  expect(await violations(desk)).toEqual([]);
  await notice.getByLabel('出す様式').selectOption('shigikai');
  await shows(desk, /市議会.*の様式/);
  await button(desk, '書き出す').click();
  const menu = desk.getByRole('dialog', { name: '書き出す' });
  await shows(menu, 'この会議の様式のファイルがありません');
  expect(await violations(desk)).toEqual([]);
  await menu.getByLabel('出す様式').selectOption('nogyo');
  await shows(desk, /農業委員会.*の様式/);
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    menu.getByRole('button', { name: /^テキスト .txt/ }).click(),
  ]);
  const shown = await desk.locator('#main h1, #main [class*=title]').first().innerText();
  expect(await readFile(await download.path(), 'utf8')).toContain(shown.trim());

  await desk.goto(`/m/${meeting}/minutes?s=${sessionOf(desk)}&lang=en`);
  await shows(notice, 'The server has no file for the form “kirigahara”');
  await shows(notice, 'Put the file back into the folder of forms (KYOSHU_PROFILES)');
  await stage.server.kill();
  await rename(join(folder, 'kirigahara.away'), join(folder, 'kirigahara.json'));
  await stage.server.startAgain();
  await desk.goto(`/m/${meeting}/minutes?s=${sessionOf(desk)}&lang=ja`);
  await shows(desk, /霧ヶ原町の様式/);
  expect(await notice.count()).toBe(0);
});

test('[P88] with a file in the folder that cannot be used the server does not start, and says where and why', async () => {
  const bad = join(folder, 'bad');
  const data = join(folder, 'data');
  await run('mkdir', [bad, data]);
  await writeFile(join(bad, 'town.json'), guide.replace('"digits": "kanji"', '"digits": "roman"'));
  const failed = run(process.execPath, [join(root, 'dist/server/main.js')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', KYOSHU_DATA: data, KYOSHU_PROFILES: bad },
  });
  const { code, stdout, stderr } = await failed.then(
    () => ({ code: 0, stdout: '', stderr: '' }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('KYOSHU_PROFILES の様式に、使えないものがあります');
  expect(stderr).toMatch(/town\.json:5: digits: .*"kanji"/);
});
