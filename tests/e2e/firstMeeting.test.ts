import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';

let stage: Stage;
let meeting: string;
let desk: Page;
/** The eldest member, who leads until there is a chair. */
let eldest: Page;
let m02: Page;
let m04: Page;
let m05: Page;
let screen: Page;

function plan(): PlanInput {
  return planOf({
    chair: false,
    mode: 'inRoom',
    observers: 0,
    agenda: [
      { id: 'i1', title: '会長の互選', kind: 'election' },
      { id: 'i2', title: '職務代理の指名', kind: 'appointment' },
    ],
  });
}

async function device(name: string, size: { width: number; height: number }): Promise<Page> {
  return stage.device(name, await stage.makeLink(desk, meeting, { role: 'person', people: [name] }), size);
}

/** Whoever presides presses the one next thing, once it is this. */
async function next(page: Page, label: string): Promise<void> {
  await page.locator('.go').getByRole('button', { name: label }).click();
}

async function votes(page: Page, name: string): Promise<void> {
  await button(page, `${name}さん`).click();
  await button(page, `${name}さんに投票する`).click();
  await shows(page, '投票を受け付けました');
}

/** The desk adds who has papers, types how many, and records them. */
async function papers(
  counts: Readonly<Record<string, number>>,
  invalid: number,
  add: boolean,
): Promise<void> {
  const pane = desk.getByRole('region', { name: '会長の互選' });
  for (const [name, count] of Object.entries(counts)) {
    const cell = pane.getByRole('textbox', { name: `用紙の票 ${name}` });
    if (add && (await cell.count()) === 0) {
      await button(pane, '票のある人を加える').click();
      const card = desk.getByRole('dialog');
      await card.getByRole('button', { name }).click();
      await card.waitFor({ state: 'detached' });
    }
    await cell.fill(String(count));
  }
  if (invalid > 0) await pane.getByRole('textbox', { name: '無効' }).fill(String(invalid));
  await button(pane, '票を記録する').click();
}

async function read(what: string): Promise<string> {
  const address = `/api/meetings/${meeting}/${what}${what.includes('?') ? '&' : '?'}s=${sessionOf(desk)}`;
  return desk.evaluate(async (url) => (await fetch(url)).text(), address);
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  meeting = await stage.makeMeeting(desk, plan());
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  eldest = await device('m07', sizes.chair);
  m02 = await device('m02', sizes.member);
  m04 = await device('m04', sizes.member);
  m05 = await device('m05', sizes.chair);
  screen = await stage.device(
    'screen',
    await stage.makeLink(desk, meeting, { role: 'screen' }),
    sizes.screen,
  );
  const hand = await stage.hand(desk, meeting, 'desk');
  for (let no = 1; no <= 7; no++)
    await hand.must({ do: 'checkIn', who: `m0${String(no)}`, channel: 'inRoom' });
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('a first meeting', () => {
  test('[E15] is led by the eldest member, whom the desk names and whose own page leads to the chair’s', async () => {
    await desk.locator('[data-seat="m07"]').click();
    const card = desk.getByRole('dialog');
    await button(card, '議長を務める').click();
    await card.waitFor({ state: 'detached' });
    await eldest.waitForURL(({ pathname }) => pathname.endsWith('/chair'));
    await next(eldest, '開会する');
    await next(eldest, '次の議題に入る');
    await next(eldest, '会長の選挙へ');
    await shows(eldest, 'まだ推薦はありません');
  });

  test('[E15, C211] has a nominee on one phone and an objection on another, and goes to a ballot', async () => {
    await shows(m02, 'まだ推薦はありません');
    await button(m02, '委員03さん').click();
    await button(m02, '推薦する').click();
    await shows(screen, 'ご異議はありませんか');
    await shows(screen, '委員03');
    await button(m04, '異議がある').click();
    await button(m04, '異議を申し出る').click();
    await shows(m04, 'お一人を選んでください');
    await shows(screen, '投票してください');
    // Whoever leads is told whose objection it was.
    await shows(eldest, '異議を申し出た委員　委員04さん');
  });

  test('[E15] takes ballots by phone and papers by the desk, and shows nothing of them before the close', async () => {
    await votes(m02, '委員03');
    await votes(m04, '委員05');
    await papers({ 委員03: 2, 委員05: 1, 委員06: 2 }, 0, true);
    await shows(desk, '7／7');
    await shows(screen, '7／7');
    for (const page of [screen, m02, eldest])
      expect(await page.locator('main').innerText()).not.toMatch(/[0-9]票/);
    for (const page of [desk, eldest, m02, m04, screen]) expect(await violations(page)).toEqual([]);
    await next(eldest, '投票を締め切る');
    await shows(screen, 'くじで決めます');
    await shows(m02, 'くじで決めます');
  });

  test('[E15] fills the place of the run-off by lot before witnesses', async () => {
    await next(eldest, 'くじの結果を入れる');
    const lot = eldest.locator('dialog[open]');
    await lot.getByLabel('委員01').check();
    await lot.getByLabel('委員02').check();
    expect(await violations(eldest)).toEqual([]);
    await button(lot, 'くじは 委員05').click();
    await shows(screen, '決選投票');
    await shows(m02, '決選投票');
    // Their own part, that they may vote anew, comes a moment after the round itself.
    await m02.locator('.name').first().waitFor();
    expect(await m02.locator('.name').allInnerTexts()).toEqual(['委員03さん', '委員05さん', '白票']);
  });

  test('[E15] decides the run-off by phones and papers, and the chair elected takes the chair on the screens', async () => {
    await votes(m02, '委員03');
    await votes(m04, '委員05');
    await papers({ 委員03: 1, 委員05: 3 }, 1, false);
    await shows(desk, '7／7');
    await next(eldest, '投票を締め切る');
    await shows(eldest, '委員05さんが4票で、当選です');
    await next(eldest, '当選を告げる');
    await shows(screen, '当選');
    await shows(screen, '委員05');
    await shows(m02, '会長に、委員05が決まりました');
    await m05.waitForURL(({ pathname }) => pathname.endsWith('/chair'));
    await eldest.waitForURL(({ pathname }) => pathname.endsWith('/member'));
    await button(eldest, '挙手する').waitFor();
  });

  test('[E15] has its deputy named by the new chair', async () => {
    await next(m05, '議題を終える');
    await next(m05, '次の議題に入る');
    await next(m05, '職務代理を指名する');
    const names = m05.locator('dialog[open]');
    expect(await violations(m05)).toEqual([]);
    await button(names, '委員03さん').click();
    await names.waitFor({ state: 'detached' });
    const events = (await read('log'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: { type: string } }).event);
    expect(events.filter(({ type }) => type === 'LotDrawn')).toMatchObject([
      { winner: 'm05', witnesses: ['m01', 'm02'], for: 'runoffPlace' },
    ]);
    expect(events.filter(({ type }) => type === 'ElectionClosed')).toMatchObject([
      { counts: { m03: 3, m05: 2, m06: 2 }, next: 'lot' },
      { counts: { m03: 2, m05: 4 }, invalid: 1, next: 'elected' },
    ]);
    expect(events.findLast(({ type }) => type === 'Appointed')).toMatchObject({
      who: 'm03',
      office: 'deputyChair',
      by: 'm05',
    });
    const text = await read('minutes?format=text');
    expect(text).toContain('委員05');
    expect(stage.faults).toEqual([]);
    expect(stage.server.complaints).toBe('');
  });
});
