import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';

let stage: Stage;
let meeting: string;
let desk: Page;
let chair: Page;
let m06: Page;
let m07: Page;
let screen: Page;

/** Opens the desk's list of links and makes one; the address is shown once. */
async function linkFromDesk(name: string, screenLink = false): Promise<string> {
  await button(desk, '会議').first().click();
  await button(desk, 'リンクとQR').click();
  const dialog = desk.locator('dialog[open]');
  if (screenLink) await button(dialog, '表示のリンクを作る').click();
  else await dialog.locator('li', { hasText: name }).getByRole('button', { name: '作る' }).click();
  await dialog.locator('.made', { hasText: name }).waitFor();
  const link = await dialog.getByRole('textbox', { name: 'リンク', exact: true }).inputValue();
  await button(dialog, '閉じる').click();
  await dialog.waitFor({ state: 'detached' });
  return link;
}

/** The desk presses a seat and one of the buttons of its card, which closes when it is done. */
async function seat(who: string, action: string): Promise<void> {
  await desk.locator(`[data-seat="${who}"]`).click();
  const card = desk.getByRole('dialog');
  await button(card, action).click();
  await card.waitFor({ state: 'detached' });
}

/** The chair presses the one next thing, once it is this. */
async function next(label: string): Promise<void> {
  await chair.locator('.go').getByRole('button', { name: label }).click();
}

/** The desk types how many hands it counted in the room. */
async function count(yes: number, no: number): Promise<void> {
  await desk.getByRole('textbox', { name: '会場の挙手 賛成' }).fill(String(yes));
  await desk.getByRole('textbox', { name: '会場の挙手 反対' }).fill(String(no));
  await desk.getByRole('textbox', { name: '会場の挙手 反対' }).press('Enter');
}

async function vote(page: Page, choice: '賛成' | '反対'): Promise<void> {
  await button(page, choice).click();
  await button(page, `${choice}で送る`).click();
  await shows(page, `${choice}で受け付けました`);
}

/** The printed minutes, downloaded by the desk's page. */
async function minutesText(): Promise<string> {
  return read('minutes?format=text');
}

interface Logged {
  readonly type: string;
  readonly by: string;
  readonly choice?: string;
}

async function log(): Promise<Logged[]> {
  const lines = (await read('log')).trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { event: Logged }).event);
}

async function read(what: string): Promise<string> {
  const address = `/api/meetings/${meeting}/${what}${what.includes('?') ? '&' : '?'}s=${sessionOf(desk)}`;
  return desk.evaluate(async (url) => (await fetch(url)).text(), address);
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  meeting = await stage.makeMeeting(
    desk,
    planOf({ rules: { chair: { vote: 'castingOnly' } }, profile: 'plain' }),
  );
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  chair = await stage.device('chair', await linkFromDesk('委員01'), sizes.chair);
  m06 = await stage.device('m06', await linkFromDesk('委員06'), sizes.member);
  m07 = await stage.device('m07', await linkFromDesk('委員07'), sizes.member);
  screen = await stage.device('screen', await linkFromDesk('表示', true), sizes.screen);
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('a hybrid meeting on five devices', () => {
  test('[C71] the desk checks everybody in and confirms who is online; the chair opens', async () => {
    for (const who of ['m01', 'm02', 'm03', 'm04', 'm05']) await seat(who, '会場で出席');
    await shows(m06, '開会を、お待ちください');
    for (const who of ['m06', 'm07']) await seat(who, 'オンラインで出席');
    for (const name of ['委員06', '委員07']) {
      await button(desk, name).filter({ hasText: '本人確認 まだ' }).click();
      await button(desk.getByRole('dialog'), '本人を確認した').click();
    }
    await next('開会する');
    await desk.getByRole('heading', { name: '議題' }).waitFor();
    await shows(m06, '議題に入るのを、お待ちください');
    expect(await chair.locator('.foot').innerText()).toMatch(/出席\s*7/);
  });

  test('[C72] a hand on a phone is called by the chair, and the phone says so', async () => {
    await next('次の議題に入る');
    await next('課長01');
    await shows(screen, '課長01');
    await next('説明を終える');
    await button(m06, '挙手する').click();
    await shows(m06, '次に呼ばれます');
    await chair.locator('.hands li', { hasText: '委員06' }).waitFor();
    await button(m07, '挙手する').click();
    await shows(m07, '前に1人います');
    await next('委員06');
    await m06.getByRole('heading', { name: 'あなたの番です' }).waitFor();
    await shows(m06, 'マイクをオンに');
    await shows(screen, '委員06');
    await shows(m07, '次に呼ばれます');
    await button(m07, '挙手を取り下げる').click();
    await button(m06, '発言を終わる').click();
    await button(m06, '挙手する').waitFor();
    expect(await chair.locator('.hands').count()).toBe(0);
  });

  test('[C73, C76] ballots by device and hands counted tie, the chair decides, and every screen has the result', async () => {
    await button(chair.locator('.foot'), '採決へ').click();
    await next('賛成の方');
    await shows(screen, '挙手をお願いします');
    await button(m06, '賛成').click();
    await button(m06, '賛成で送る').waitFor();
    await vote(m07, '反対');
    await shows(desk, 'あと5人です。');
    await button(m06, '賛成で送る').click();
    await shows(m06, '賛成で受け付けました');
    await next('反対の方');
    await count(2, 2);
    await shows(desk, '表決権者 6人、全員を確認しました。');
    await next('棄権の方');
    await next('締め切る');
    await shows(m06, '締め切りました');
    await next('裁決へ');
    await shows(screen, '可否同数');
    await button(chair.locator('.go'), '可とする').click();
    await button(chair.locator('dialog[open]'), '可とする').click();
    await next('宣告する');
    await shows(screen, '可決');
    expect(await screen.locator('.counts').innerText()).toMatch(/賛成\s*3\s*反対\s*3\s*棄権\s*0/);
    await shows(m06, '可決');
    const minutes = desk.getByRole('region', { name: '会議録' });
    await shows(minutes, '賛成3、反対3 可決');
    await shows(minutes, '（賛成者挙手）');
    const text = await minutesText();
    expect(text).toContain('委員06');
    expect(text).toContain('可否同数につき会長の裁決は可');
    expect(text).toContain('可否同数のため、会長の裁決により');
    expect(stage.faults).toEqual([]);
  });

  test('[C75] every screen of the result meets WCAG 2.2 AA, as far as a program can tell', async () => {
    for (const page of [desk, chair, m06, m07, screen]) expect(await violations(page)).toEqual([]);
  });

  test('[C74] a server killed in the middle of a vote loses and doubles nothing, and every page comes back', async () => {
    await next('議題を終える');
    await next('次の議題に入る');
    await button(chair.locator('.foot'), '採決へ').click();
    await next('賛成の方');
    await vote(m06, '賛成');
    await count(3, 1);
    await shows(desk, 'あと1人です。');
    const before = (await log()).length;

    // One press falls into the gap: the server takes it from the wire and dies before it does anything.
    await button(m07, '反対').click();
    stage.server.freeze();
    await button(m07, '反対で送る').click();
    await stage.server.kill();
    for (const page of [m06, m07]) await shows(page, '再接続しています…');
    for (const page of [desk, chair, screen]) await shows(page, '再接続中');
    await shows(m07, '送る予定');
    await stage.server.startAgain();

    await shows(m06, '賛成で受け付けました');
    await shows(m07, '反対で受け付けました');
    await shows(desk, '表決権者 6人、全員を確認しました。');
    expect((await log()).slice(before).filter(({ by }) => by !== 'system')).toMatchObject([
      { type: 'VoteCast', by: 'm07', choice: 'no' },
    ]);
    await next('反対の方');
    await next('棄権の方');
    await next('締め切る');
    await next('宣告へ');
    await next('宣告する');
    await shows(screen, '可決');
    expect(await screen.locator('.counts').innerText()).toMatch(/賛成\s*4\s*反対\s*2\s*棄権\s*0/);
    await shows(m07, '可決');
    const events = await log();
    const opened = events.findLastIndex(({ type }) => type === 'VoteOpened');
    const taken = events.slice(opened).filter(({ type }) => type === 'VoteCast');
    expect(taken.map(({ by, choice }) => [by, choice])).toEqual([
      ['m06', 'yes'],
      ['m07', 'no'],
    ]);
    expect(stage.faults).toEqual([]);
    expect(stage.server.complaints).toBe('');
  });
});
