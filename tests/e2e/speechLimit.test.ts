import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { planOf, startsAt } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let meeting: string;
let desk: Page;
let chair: Page;
let m03: Page;
let screen: Page;
/** The desk's session as a program: it also moves the meeting's clock, as the player of a rehearsal may. */
let hand: TestClient<'desk'>;

const minute = 60_000;

/** The meeting's clock is a rehearsal's: it stands until it is moved. */
async function clockAt(minutes: number): Promise<void> {
  expect(await hand.raw('advance', { to: startsAt + minutes * minute })).toMatchObject({ ok: true });
}

/** The chair presses the one next thing, once it is this. */
async function next(label: string): Promise<void> {
  await chair.locator('.go').getByRole('button', { name: label }).click();
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  const rules = { floor: { limit: { seconds: 600 } } };
  meeting = await stage.makeMeeting(desk, planOf({ profile: 'plain', rules }), { rehearsal: true });
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  hand = await stage.hand(desk, meeting, 'desk');
  const person = async (id: string, size: { width: number; height: number }) =>
    stage.device(id, await stage.makeLink(desk, meeting, { role: 'person', people: [id] }), size);
  [chair, m03, screen] = await Promise.all([
    person('m01', sizes.chair),
    person('m03', sizes.member),
    stage.device('screen', await stage.makeLink(desk, meeting, { role: 'screen' }), sizes.screen),
  ]);
  for (const who of ['m01', 'm02', 'm03', 'm04', 'm05'])
    await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  await clockAt(0);
  await hand.must({ do: 'openMeeting' });
  await hand.must({ do: 'startItem', item: 'i1' });
  await hand.must({ do: 'explain', item: 'i1' });
  await hand.must({ do: 'endExplain' });
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('the time allowed to a speaker', () => {
  test('[C212, F23] runs down on every screen, the largest figures in the room', async () => {
    await clockAt(10);
    await button(m03, '挙手する').click();
    await next('委員03さん');
    await shows(m03, 'あなたの番です');
    // Whoever leads is not limited; from here on somebody is.
    await shows(screen, '残り時間');
    await clockAt(14);
    await shows(screen, /^0?5:\d\d$|^0?6:00$/);
    expect(await screen.locator('.rest').innerText()).toMatch(/残り時間\s+0[56]:\d\d/);
    expect(await screen.locator('.lead', { hasText: '会場から' }).innerText()).toMatch(/経過\s+0[45]:\d\d/);
    for (const page of [m03, chair, desk]) await shows(page, /発言の時間はあと [56]:\d\d/);
    // From the back of the room: as large as the speaker's time without a limit.
    const figures = await screen
      .locator('.rest .time')
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(figures).toBeGreaterThanOrEqual(144);
    expect(await violations(screen)).toEqual([]);
  });

  test('[C212, F23] once it is over every screen says by how much, and the chair is told whom to ask', async () => {
    await clockAt(22);
    await shows(screen, '時間を超過');
    expect(await screen.locator('.rest').innerText()).toMatch(/\+0[12]:\d\d/);
    expect(await screen.locator('audio, video').count()).toBe(0);
    for (const page of [m03, desk]) await shows(page, /発言の時間を [12]:\d\d 過ぎています/);
    const notice = chair.locator('.notice', { hasText: '過ぎています' });
    expect(await notice.innerText()).toMatch(/発言の時間を [12]:\d\d[\s\S]*委員03さんに、発言をまとめるよう/);
    expect(await chair.locator('[aria-live=assertive]').innerText()).toContain(
      '委員03さんの発言の時間が過ぎました',
    );
    for (const page of [chair, m03, screen]) expect(await violations(page)).toEqual([]);
  });

  test('[C212] whoever has used it up is refused a hand, with whom to ask, and the chair may call them all the same', async () => {
    await button(m03, '発言を終わる').click();
    await button(m03, '挙手する').click();
    await shows(m03, 'この議題で認められた600秒を使い終えています');
    await hand.must({ do: 'recognize', who: 'm03' });
    await shows(screen, '時間を超過');
    await shows(m03, /発言の時間を \d:\d\d 過ぎています/);
    expect(stage.faults).toEqual([]);
    expect(stage.server.complaints).toBe('');
  });
});
