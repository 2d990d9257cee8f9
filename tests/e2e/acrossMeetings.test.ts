import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let desk: Page;
let first: string;
let second: string;

/** Checks everybody in and opens, from the desk's session. */
async function open(meeting: string): Promise<TestClient<'desk'>> {
  const hand = await stage.hand(desk, meeting, 'desk');
  for (const who of ['m01', 'm02', 'm03', 'm04', 'm05'])
    await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  await hand.must({ do: 'openMeeting' });
  return hand;
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${path}?s=${sessionOf(page)}`);
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  first = await stage.makeMeeting(desk, planOf());
  const hand = await open(first);
  await hand.must({ do: 'startItem', item: 'i1' });
  await hand.must({ do: 'speak', who: 'm03' });
  await hand.must({ do: 'speak', who: 'k01' });
  await hand.must({ do: 'promise', item: 'i1', from: 'k01', text: '保存期間の案', due: '次回まで' });
  await hand.must({ do: 'attachOpinion', item: 'i1', text: '分かる言葉で知らせること' });
  await hand.must({ do: 'endItem', item: 'i1' });
  await hand.must({ do: 'closeMeeting' });
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('from one meeting to the next on the desk’s pages', () => {
  test('[C106] the next meeting is made from the last one, with its promise and its opinion', async () => {
    await go(desk, '/');
    const side = desk.getByRole('complementary');
    await shows(side, '保存期間の案');
    await shows(side, '分かる言葉で知らせること');
    expect(await violations(desk)).toEqual([]);
    await button(desk, '前の会議を写して作る').click();
    await button(desk.locator('dialog[open]'), '第１回審議会').click();
    await desk.waitForURL(/\/setup\//);
    expect(await desk.getByRole('textbox', { name: '会議の名前' }).inputValue()).toBe('第２回審議会');
    await desk.getByLabel('開催日').fill('2027-01-20');
    await button(desk, '次第').click();
    await shows(desk, '前の会議から引き継ぐもの');
    await shows(desk, '保存期間の案');
    expect(await violations(desk)).toEqual([]);
    await button(desk, '会議を作る').click();
    await desk.waitForURL(/\/m\/[^/]+\/cards/);
    second = new URL(desk.url()).pathname.split('/')[2] ?? '';
    await go(desk, '/');
    await shows(desk.getByRole('complementary'), '第２回の「前回の意見と宿題について」で報告します');
  });

  test('[C106] answered and fulfilled in it, they are done on the first page', async () => {
    const hand = await open(second);
    await hand.must({ do: 'startItem', item: 'reports' });
    await go(desk, `/m/${second}/desk`);
    await button(desk, '会議').first().click();
    await button(desk, '宿題と附帯意見').click();
    const dialog = desk.locator('dialog[open]');
    await button(dialog, '報告が済んだ').click();
    await dialog.getByRole('textbox', { name: '回答の内容' }).fill('五年とする');
    await button(dialog, '記録').click();
    await shows(dialog, '報告済み');
    await button(dialog, '回答を入れる').click();
    await dialog.getByRole('textbox', { name: '回答の内容' }).fill('広報に載せた');
    await button(dialog, '記録').click();
    await shows(dialog, '回答済み');
    await go(desk, '/');
    const side = desk.getByRole('complementary');
    await shows(side, '果たされていない宿題は、ありません');
    await side.getByText('報告が済んだ宿題 1件').click();
    await shows(side, '第２回で報告しました');
    await side.getByText('回答が済んだ意見 1件').click();
    await shows(side, '広報に載せた');
    expect(await violations(desk)).toEqual([]);
  });

  test('[J8, J10] the minutes of the first say what the second did: confirmed, reported, answered', async () => {
    const hand = await stage.hand(desk, second, 'desk');
    await hand.must({ do: 'endItem', item: 'reports' });
    await hand.must({ do: 'startItem', item: 'confirmation' });
    await go(desk, `/m/${second}/desk`);
    await button(desk, '前回（第１回）会議録の確認').click();
    const actions = desk.getByRole('dialog', { name: '前回（第１回）会議録の確認' });
    await shows(actions, '前回の会議録に「会議で確認」と記録します');
    await button(actions, '結論').click();
    const ask = desk.locator('dialog[open]');
    expect(await ask.getByLabel('前回の会議録を確認した').isChecked()).toBe(true);
    expect(await violations(desk)).toEqual([]);
    await button(ask, '結論').click();
    await ask.waitFor({ state: 'detached' });
    await go(desk, `/m/${first}/minutes`);
    await shows(desk.getByRole('region', { name: '会議録の確認' }), /日（.）\s*第２回の会議で確認/);
    const notes = desk.getByRole('complementary', { name: '注' });
    await shows(notes, '第２回で済み：五年とする');
    await shows(notes, '第２回で済み：広報に載せた');
    expect(await violations(desk)).toEqual([]);
    await go(desk, `/m/${second}/desk`);
    await button(desk, '前回（第１回）会議録の確認').click();
    await shows(desk, /前回の会議録に、.*の確認として記録してあります/);
    await go(desk, `/m/${first}/desk`);
    await button(desk, '会議').first().click();
    await button(desk, '宿題と附帯意見').click();
    await shows(desk.locator('dialog[open]'), '第２回で済み：五年とする');
    expect(await button(desk.locator('dialog[open]'), '報告が済んだ').count()).toBe(0);
    await hand.must({ do: 'endItem', item: 'confirmation' });
    await hand.must({ do: 'startItem', item: 'reports' });
  });

  test('[P65] the page after the meeting has its picture, and the figures in tables behind it', async () => {
    await go(desk, `/m/${first}/report`);
    const picture = desk.getByRole('img', { name: 'だれが、いつ話したか' });
    await picture.waitFor();
    await desk.getByText('表で見る：話した人').click();
    const table = desk.getByRole('region', { name: 'だれが、いつ話したか' });
    await shows(table, '委員03');
    await shows(table, '課長01');
    expect(await picture.locator('rect[height="10"]').count()).toBe(3);
    expect(await violations(desk)).toEqual([]);
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('link', { name: '図と表 HTML' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.html$/);
  });

  test('[C105] it grows while the meeting runs', async () => {
    await go(desk, `/m/${second}/report`);
    const picture = desk.getByRole('img', { name: 'だれが、いつ話したか' });
    await picture.waitFor();
    const lane = picture.locator('text', { hasText: '委員05' });
    expect(await lane.count()).toBe(0);
    const hand = await stage.hand(desk, second, 'desk');
    await hand.must({ do: 'speak', who: 'm05' });
    await lane.waitFor();
  });
});

describe('observers', () => {
  test('[C104] see on a phone what the room sees, and have nothing to press', async () => {
    const link = await stage.makeLink(desk, second, { role: 'observer' });
    const phone = await stage.device('observer', link, sizes.member);
    await shows(phone, '委員05');
    await shows(phone, '前回の意見と宿題について');
    await shows(phone.getByRole('region', { name: '会議録' }), '委員05');
    expect(await phone.getByRole('textbox').count()).toBe(0);
    expect(await phone.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await violations(phone)).toEqual([]);
    await phone.getByRole('link', { name: '会議の経過' }).click();
    await phone.getByRole('img', { name: 'だれが、いつ話したか' }).waitFor();
    expect(await phone.getByRole('link', { name: '表 Excel' }).count()).toBe(0);
    expect(await violations(phone)).toEqual([]);
    await phone.goBack();
    await shows(phone, '委員05');
    const hand = await stage.hand(desk, second, 'desk');
    await hand.must({ do: 'openVote', item: 'reports', method: 'showOfHands' });
    await shows(phone, '採決をしています');
    await shows(phone, '必要 3／表決権者 4人');
  });

  test('[C104] of a closed session see its notice and nothing else', async () => {
    const meeting = await stage.makeMeeting(desk, planOf({ open: false }));
    await open(meeting);
    const link = await stage.makeLink(desk, meeting, { role: 'observer' });
    const phone = await stage.device('outside', link, sizes.member);
    await shows(phone, 'この会議は、公開しません');
    await shows(phone, '個人情報を扱うため');
    expect(await phone.getByText('委員0').count()).toBe(0);
    expect(await phone.getByText('第一の諮問').count()).toBe(0);
    expect(await violations(phone)).toEqual([]);
  });

  test('[C104] no page had an error or broke its own policy', () => {
    expect(stage.faults).toEqual([]);
  });
});
