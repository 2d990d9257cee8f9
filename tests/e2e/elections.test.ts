import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let meeting: string;
let desk: Page;
let screen: Page;
let hand: TestClient<'desk'>;

async function person(id: string, size: { width: number; height: number }): Promise<Page> {
  return stage.device(id, await stage.makeLink(desk, meeting, { role: 'person', people: [id] }), size);
}

/** A first meeting with nobody in the chair yet: m01 to m05 in the room, m06 online. */
async function hold(rules: PlanInput['rules']): Promise<void> {
  const agenda = [
    { id: 'i1', title: '会長の互選', kind: 'election' as const },
    { id: 'i2', title: '第二の件', kind: 'consultation' as const },
  ];
  meeting = await stage.makeMeeting(desk, planOf({ profile: 'plain', chair: false, rules, agenda }));
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  hand = await stage.hand(desk, meeting, 'desk');
  for (const who of ['m01', 'm02', 'm03', 'm04', 'm05'])
    await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  await hand.must({ do: 'checkIn', who: 'm06', channel: 'online' });
  await hand.must({ do: 'confirmIdentity', who: 'm06' });
  screen = await stage.device(
    'screen',
    await stage.makeLink(desk, meeting, { role: 'screen' }),
    sizes.screen,
  );
}

async function next(page: Page, label: string): Promise<void> {
  await page.locator('.go').getByRole('button', { name: label }).click();
}

async function toElection(leader: Page): Promise<void> {
  await leader.waitForURL(({ pathname }) => pathname.endsWith('/chair'));
  await next(leader, '開会する');
  await next(leader, '次の議題に入る');
  await next(leader, '会長の選挙へ');
}

async function votes(page: Page, name: string): Promise<void> {
  await button(page, `${name}さん`).click();
  await button(page, `${name}さんに投票する`).click();
  await shows(page, '投票を受け付けました');
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('who leads a meeting until there is a chair', () => {
  test('[C178] an official leads, enters whom the room proposes, and hands over to the one nobody objects to', async () => {
    await hold({});
    const official = await person('k01', sizes.chair);
    const elected = await person('m05', sizes.chair);
    const phone = await person('m06', sizes.member);
    await desk.getByText('説明席').click();
    await button(desk.getByRole('dialog').locator('.person').first(), '議長を務める').click();
    await toElection(official);
    await shows(screen, 'ご推薦はありませんか');
    await shows(phone, 'まだ推薦はありません');
    // Nobody is left out of those who vote: the official has no vote to begin with.
    expect(await official.locator('.foot').innerText()).not.toContain('会長を除く');
    await next(official, '推薦を入れる');
    const names = official.locator('dialog[open]');
    expect(await button(names, '課長').count()).toBe(0);
    expect(await violations(official)).toEqual([]);
    await button(names, '委員05さん').click();
    await shows(screen, 'ご異議はありませんか');
    await shows(phone, '異議がない方は、何も押さずに');
    await shows(official, /ご異議がなければ、\s*委員05さんに決定いたします/);
    await next(official, '当選を告げる');
    await elected.waitForURL(({ pathname }) => pathname.endsWith('/chair'));
    await official.waitForURL(({ pathname }) => pathname.endsWith('/member'));
    await shows(screen, '当選');
    await next(elected, '議題を終える');
    await next(elected, '次の議題に入る');
    await shows(elected, '第二の件');
    expect(stage.faults).toEqual([]);
  });
});

describe('the most votes elect', () => {
  test('[C179] level votes are decided by a lot before witnesses, and every screen says what decided', async () => {
    await hold({ election: { method: 'plurality' } });
    const eldest = await person('m01', sizes.chair);
    const [m03, m06] = await Promise.all([person('m03', sizes.member), person('m06', sizes.member)]);
    await hand.must({ do: 'preside', who: 'm01' });
    await toElection(eldest);
    await shows(screen, '投票してください');
    await votes(m03, '委員05');
    await votes(m06, '委員02');
    await hand.must({ do: 'recordBallots', counts: { m05: 1, m02: 1 }, blank: 1 });
    await shows(screen, /5／6/);
    await next(eldest, '投票を締め切る');
    await shows(screen, 'くじで決めます');
    await shows(m03, 'くじで決めます');
    await next(eldest, 'くじの結果を入れる');
    const lot = eldest.locator('dialog[open]');
    for (const name of ['委員03', '委員04']) await lot.getByLabel(name).check();
    await button(lot, 'くじは 委員02').click();
    for (const page of [eldest, screen]) await shows(page, 'くじにより、委員02さんが当選です');
    expect(await screen.locator('li').allInnerTexts()).toHaveLength(2);
    await next(eldest, '当選を告げる');
    await shows(m06, '会長に、委員02が決まりました');
    const address = `/api/meetings/${meeting}/minutes?format=text&s=${sessionOf(desk)}`;
    expect(await desk.evaluate(async (url) => (await fetch(url)).text(), address)).toContain('委員02');
    expect(stage.faults).toEqual([]);
    expect(stage.server.complaints).toBe('');
  });
});
