import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { openStore } from '../../server/openStore.ts';
import { realSurroundings } from '../../server/surroundings.ts';
import { Played } from '../support/given.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, Stage, violations } from '../support/stage.ts';

let data: string;
let stage: Stage;
let desk: Page;

/** A meeting of 2010 whose minutes have been final since. */
async function oldMeeting(folder: string): Promise<void> {
  const plan = planOf();
  const startsAt = '2010-05-10T14:00:00+09:00';
  const played = new Played({ ...plan, meeting: { ...plan.meeting, startsAt } });
  played.present('1-7').ok('m01', { do: 'openMeeting' });
  played.ok('m01', { do: 'startItem', item: 'i1' });
  played.ok('m01', { do: 'closeMeeting' }, 3600);
  played.ok('desk', { do: 'finalizeMinutes' });
  const store = await openStore({ data: folder, redisUrl: null }, realSurroundings);
  await store.log.append({
    meeting: 'meeting',
    expectedVersion: 0,
    commandId: 'brought',
    events: played.log,
    answer: null,
  });
  await store.close();
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'kyoshu-old-'));
  await oldMeeting(data);
  stage = await Stage.open({ data });
  desk = await stage.desk();
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
  await rm(data, { recursive: true, force: true });
});

describe('a record whose time of keeping is over', () => {
  test('[K32] is named on the first page, and its links went when the server looked', async () => {
    await desk.goto(`/?s=${sessionOf(desk)}`);
    await shows(desk.getByRole('main'), '会議録は確定済み。保存期間が終わりました');
    await desk.goto(`/m/meeting/minutes?s=${sessionOf(desk)}`);
    const pane = desk.getByRole('region', { name: '保存と消去' });
    await shows(pane, /日（.）に消しました/);
    await shows(pane, /保存期間は2020年5月10日（日）に終わりました/);
  });

  test('[K31, K61] is taken home, shown, and taken out; another file is refused, and the register keeps that it was', async () => {
    await button(desk.getByRole('region', { name: '保存と消去' }), '取り除く').click();
    const dialog = desk.locator('dialog[open]');
    await button(dialog, '３　取り除く').click();
    await shows(dialog, '書き出したファイルを選んでください');
    expect(await violations(desk)).toEqual([]);
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      dialog.getByRole('link', { name: '記録を書き出す' }).click(),
    ]);
    const file = join(data, download.suggestedFilename());
    await download.saveAs(file);
    const choose = dialog.getByLabel('２　書き出したファイルを選ぶ');
    await choose.setInputFiles({ name: 'other.jsonl', mimeType: 'text/plain', buffer: Buffer.from('{}') });
    await button(dialog, '３　取り除く').click();
    await shows(dialog, /選んだファイルの1行目/);
    await choose.setInputFiles(file);
    await button(dialog, '３　取り除く').click();
    await desk.waitForURL((url) => url.pathname === '/');
    await shows(desk.getByRole('main'), '予定は、まだありません');
    const register = desk.getByRole('region', { name: '廃棄の記録' });
    await shows(register, '第１回審議会');
    expect(await desk.getByRole('link', { name: '第１回審議会' }).count()).toBe(0);
    await register.getByText('第１回審議会').first().click();
    await shows(register, download.suggestedFilename());
    await shows(register, /2010年5月10日/);
    expect(await violations(desk)).toEqual([]);
    const [csv] = await Promise.all([
      desk.waitForEvent('download'),
      button(register, 'CSVで書き出す').click(),
    ]);
    expect(csv.suggestedFilename()).toBe('廃棄の記録.csv');
    expect(await readFile(await csv.path(), 'utf8')).toContain(download.suggestedFilename());
    // The refused file is an answer of 400, which the browser notes.
    expect(stage.faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });
});
