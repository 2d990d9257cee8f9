import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let meeting: string;
let desk: Page;
/** An official, who leads until there is a chair. */
let official: Page;
let phone: Page;
let screen: Page;
let hand: TestClient<'desk'>;

/** Twenty-five members: one of a single letter, one of twelve. */
const shortName = '甲';
const longName = '委員壱弐参肆伍陸漆捌玖拾';
const plan = planOf({
  members: 25,
  chair: false,
  profile: 'plain',
  agenda: [{ id: 'i1', title: '会長の互選', kind: 'election' }],
});
const names: Readonly<Record<string, string>> = { m01: shortName, m02: longName };

async function next(label: string): Promise<void> {
  await official.locator('.go').getByRole('button', { name: label }).click();
}

/** What is wider than the page or the region that it stands in: words that would be cut. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, main *, .go *')]
      .filter((element) => getComputedStyle(element).position !== 'absolute')
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => `${element.tagName}.${element.className}: ${element.innerText.slice(0, 40)}`),
  );
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  const people = plan.people.map((person) => ({ ...person, name: names[person.id] ?? person.name }));
  meeting = await stage.makeMeeting(desk, { ...plan, people });
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  hand = await stage.hand(desk, meeting, 'desk');
  for (const { id, role } of plan.people)
    if (role === 'member' || id === 'k01') await hand.must({ do: 'checkIn', who: id, channel: 'inRoom' });
  await hand.must({ do: 'preside', who: 'k01' });
  const person = async (id: string, size: { width: number; height: number }) =>
    stage.device(id, await stage.makeLink(desk, meeting, { role: 'person', people: [id] }), size);
  [official, phone, screen] = await Promise.all([
    person('k01', sizes.chair),
    person('m03', sizes.member),
    stage.device('screen', await stage.makeLink(desk, meeting, { role: 'screen' }), sizes.screen),
  ]);
  await hand.must({ do: 'openMeeting' });
  await hand.must({ do: 'startItem', item: 'i1' });
  await hand.must({ do: 'openElection', item: 'i1', office: 'chair', method: 'majorityRunoff' });
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('a run-off led by an official', () => {
  test('[C214] among many members a phone seeks the name', async () => {
    await phone.waitForURL(/\/member/);
    await phone.locator('button.name', { hasText: '委員04' }).waitFor();
    expect(await phone.locator('button.name').count()).toBe(26);
    await phone.getByLabel('氏名・ふりがな・席で探す').fill('肆伍');
    await phone.locator('button.name', { hasText: '委員04' }).waitFor({ state: 'detached' });
    // The one that was sought, and 白票.
    expect(await phone.locator('button.name').count()).toBe(2);
    expect(await violations(phone)).toEqual([]);
    await button(phone, `${longName}さん`).click();
    await button(phone, `${longName}さんに投票する`).click();
    await shows(phone, '投票を受け付けました');
  });

  test('[C214] a place in the run-off goes by lot, entered on the official’s tablet', async () => {
    await hand.must({ do: 'recordBallots', counts: { m01: 10, m02: 6, m04: 7 }, blank: 1 });
    await shows(official, /投票\s*25\s*／25人/);
    expect(await official.getByText('自分の票を入れる').count()).toBe(0);
    await next('投票を締め切る');
    await shows(official, '同数です。くじで決めます');
    for (const page of [official, screen]) expect(await tooWide(page)).toEqual([]);
    for (const page of [official, screen, phone, desk]) await shows(page, longName);
    // The official who leads has one key at the desk and not two.
    const keys = desk.getByRole('region', { name: '発言' }).getByRole('button', { name: '課長01' });
    expect(await keys.count()).toBe(1);
    await hand.must({ do: 'drawLot', winner: 'm02', witnesses: ['m04'] });
    for (const page of [screen, phone, official]) await shows(page, '決選投票');
  });

  test('[C214] the run-off is counted and told on every screen, the names whole', async () => {
    // Of two the phone has nothing to seek.
    await shows(phone, 'お一人を選んでください');
    expect(await phone.getByLabel('氏名・ふりがな・席で探す').count()).toBe(0);
    expect(await phone.locator('button.name').count()).toBe(3);
    for (const page of [official, screen, phone]) expect(await tooWide(page)).toEqual([]);
    await hand.must({ do: 'recordBallots', counts: { m01: 12, m02: 13 } });
    await next('投票を締め切る');
    await shows(official.locator('.go'), longName);
    expect(await tooWide(official)).toEqual([]);
    expect(await violations(official)).toEqual([]);
    await next(longName);
    await shows(screen, longName);
    expect(await tooWide(screen)).toEqual([]);
    expect(stage.faults).toEqual([]);
  });
});
