import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let meeting: string;
let desk: Page;
let chair: Page;
let hand: TestClient<'desk'>;

/** Four of seven are there, the least that is enough, and m04 takes part online. */
async function hold(rules: RulesInput): Promise<void> {
  const agenda = [{ id: 'i1', title: '第一の件', kind: 'consultation' as const }];
  meeting = await stage.makeMeeting(
    desk,
    planOf({ profile: 'plain', rules: { chair: { vote: 'castingOnly' }, ...rules }, agenda }),
  );
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  chair = await stage.device(
    'chair',
    await stage.makeLink(desk, meeting, { role: 'person', people: ['m01'] }),
    sizes.chair,
  );
  hand = await stage.hand(desk, meeting, 'desk');
  for (const who of ['m01', 'm02', 'm03']) await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  await hand.must({ do: 'checkIn', who: 'm04', channel: 'online' });
  await hand.must({ do: 'confirmIdentity', who: 'm04' });
  await hand.must({ do: 'openMeeting' });
  await hand.must({ do: 'startItem', item: 'i1' });
}

/** A grace long enough to see, short enough to wait for. */
async function loses(onLoss: 'warn' | 'blockVote' | 'autoRecess', graceSeconds: number): Promise<void> {
  await hold({ quorum: { onLoss }, online: { disconnect: { graceSeconds } } });
  await button(chair.locator('.go'), '採決へ').waitFor();
  await hand.must({ do: 'loseConnection', who: 'm04' });
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

describe('a lost link that would cost the quorum', () => {
  test('[C177] where the rules only warn, business goes on and the warning stands in it', async () => {
    await loses('warn', 2);
    await shows(chair, /委員04さん/);
    expect(await chair.locator('.alarm').count()).toBe(0);
    await shows(chair, /あと1人足りません/);
    await button(chair.locator('.go'), '採決へ').waitFor();
    expect(await button(chair.locator('.foot'), '休憩').isEnabled()).toBe(true);
    expect(await violations(chair)).toEqual([]);
  });

  test('[C177] where votes are blocked, the chair waits or takes a recess, and is told when the grace is over', async () => {
    await loses('blockVote', 6);
    await shows(chair, '委員04さんの接続が切れています');
    await button(chair.locator('.go'), '待つ').click();
    // Back at business, the alarm is a strip; the vote waits all the same.
    await chair.locator('.alarm').waitFor({ state: 'detached' });
    expect(await button(chair.locator('.go'), '採決へ').getAttribute('aria-disabled')).toBe('true');
    await shows(chair, '採決は、委員04さんが戻ってから');
    await shows(chair, '定足数を欠いています');
    await button(chair.locator('.others'), '散会にする').waitFor();
    await button(chair.locator('.go'), '休憩にする').waitFor();
    await hand.must({ do: 'checkIn', who: 'm05', channel: 'inRoom' });
    await button(chair.locator('.go'), '採決へ').waitFor();
  });

  test('[C177] where its loss calls a recess, the chair is told so before, and resumes when enough are back', async () => {
    await loses('autoRecess', 4);
    await shows(chair, '規則により、休憩に入ります');
    await shows(chair, '休憩中');
    const resume = button(chair.locator('.go'), '再開する');
    expect(await resume.getAttribute('aria-disabled')).toBe('true');
    await hand.must({ do: 'checkIn', who: 'm05', channel: 'inRoom' });
    await chair.locator('.go button:not([aria-disabled="true"])', { hasText: '再開する' }).click();
    await hand.until(() => hand.view.meeting.status === 'open');
    expect(stage.faults).toEqual([]);
  });
});

describe('the desk without a mouse', () => {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await desk.keyboard.press(key);
  };

  test('[C180] a whole item by keyboard: hand, call, vote, count, report, minutes', async () => {
    await hold({ vote: { deskOnChairsWord: true } });
    // A hand is not seen before its item began: not in the same moment either.
    await shows(desk.getByRole('region', { name: '発言' }), /00:0[1-9]/);
    // S leads to the seats; the arrows go from seat to seat; Enter opens its card.
    await press('s');
    const seat = async () => desk.evaluate(() => document.activeElement?.getAttribute('data-seat'));
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
      if ((await seat()) !== 'm03') await press(key);
    expect(await seat()).toBe('m03');
    await press('Enter');
    const card = desk.getByRole('dialog');
    await card.locator(':focus').waitFor();
    await button(card, '挙手').first().focus();
    await press('Enter');
    await card.waitFor({ state: 'detached' });
    await hand.until(() => hand.view.floor.queue.some((line) => line.who === 'm03'));
    // Q calls on the first, 1 gives the floor back to the chair.
    await press('q');
    await hand.until(() => hand.view.floor.turn?.who === 'm03');
    await press('1');
    await hand.until(() => hand.view.floor.turn?.who === 'm01');
    // V leads to the item's buttons, and in a vote to the count.
    await desk.locator('#progress .btn-next', { hasText: '採決へ' }).waitFor();
    await press('v', 'Enter');
    await desk.getByRole('textbox', { name: '会場の挙手 賛成' }).waitFor();
    await press('v');
    await desk.keyboard.type('2');
    await press('Tab');
    await desk.keyboard.type('0');
    await press('Enter');
    await hand.until(() => hand.view.vote?.counts?.yes === 2);
    await hand.must({ do: 'recordVote', item: 'i1', who: 'm04', choice: 'yes' });
    for (const label of ['締め切る', '報告', '宣告']) {
      const go = desk.getByRole('region', { name: '採決' }).locator('.go .btn-next', { hasText: label });
      await go.waitFor();
      for (let step = 0; step < 40 && !(await go.evaluate((it) => it === document.activeElement)); step++)
        await press('Tab');
      await press('Enter');
    }
    await hand.until(() => hand.view.vote?.status === 'declared');
    // M leads to the words of the turn that runs.
    await press('m');
    await desk.keyboard.type('以上のとおり決しました。');
    await press('Enter');
    await shows(desk, '以上のとおり決しました。');
    expect(stage.faults).toEqual([]);
    expect(stage.server.complaints).toBe('');
  });
});
