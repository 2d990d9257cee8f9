import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { VoteMethodName } from '../../shared/rules/rules.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let meeting: string;
let desk: Page;
let chair: Page;
let deputy: Page;
let m05: Page;
let m06: Page;
let screen: Page;
/** The desk's session as a program: for the presses that are not what a test is about. */
let hand: TestClient<'desk'>;

const items = {
  i1: 'standing',
  i2: 'namedBallot',
  i3: 'secretBallot',
  i4: 'noObjection',
  i5: 'electronic',
  i6: 'showOfHands',
  i7: 'showOfHands',
} as const satisfies Record<string, VoteMethodName>;
type ItemId = keyof typeof items;

async function person(id: string, size: { width: number; height: number }): Promise<Page> {
  return stage.device(id, await stage.makeLink(desk, meeting, { role: 'person', people: [id] }), size);
}

/** The chair presses the one next thing, once it is this. */
async function next(page: Page, label: string): Promise<void> {
  await page.locator('.go').getByRole('button', { name: label }).click();
}

/** The item is on the table and the chair opens its vote. */
async function toVote(item: ItemId): Promise<void> {
  await hand.must({ do: 'startItem', item });
  await openVote(chair);
}

/** 採決へ stands in the foot, or where it is the next thing, there. */
async function openVote(page: Page): Promise<void> {
  await page.locator('button:enabled', { hasText: '採決へ' }).first().click();
}

/** The room's hands or papers, typed by the desk. */
async function count(what: string, yes: number, no: number): Promise<void> {
  await desk.getByRole('textbox', { name: `${what} 賛成` }).fill(String(yes));
  await desk.getByRole('textbox', { name: `${what} 反対` }).fill(String(no));
  await desk.getByRole('textbox', { name: `${what} 反対` }).press('Enter');
}

async function vote(page: Page, choice: '賛成' | '反対'): Promise<void> {
  await button(page, choice).click();
  await button(page, `${choice}で送る`).click();
}

/** Nothing on the room screen says how anybody voted: no bar, no numbers but how many are in. */
async function roomSeesNoChoices(taken: RegExp): Promise<void> {
  await shows(screen, taken);
  expect(await screen.locator('.tally, .counts').count()).toBe(0);
  expect(await screen.locator('main, .scene').first().innerText()).not.toMatch(/賛成\s*\d|反対\s*\d/);
}

async function declare(page: Page, word: string): Promise<void> {
  await next(page, '宣告へ');
  await next(page, `${word}と宣告する`);
}

async function roomSees(result: string, yes: number, no: number, abstain = 0): Promise<void> {
  await shows(screen, result);
  const counts = new RegExp(`賛成\\s*${yes}\\s*反対\\s*${no}\\s*棄権\\s*${abstain}`);
  expect(await screen.locator('.counts').innerText()).toMatch(counts);
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  meeting = await stage.makeMeeting(
    desk,
    planOf({
      profile: 'plain',
      rules: { chair: { vote: 'castingOnly' } },
      agenda: Object.entries(items).map(([id, method]) => ({
        id,
        title: `${id}の件`,
        kind: 'consultation',
        vote: { method },
      })),
    }),
  );
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  [chair, deputy, m05, m06, screen] = await Promise.all([
    person('m01', sizes.chair),
    person('m02', sizes.chair),
    person('m05', sizes.member),
    person('m06', sizes.member),
    stage.device('screen', await stage.makeLink(desk, meeting, { role: 'screen' }), sizes.screen),
  ]);
  hand = await stage.hand(desk, meeting, 'desk');
  const here = (who: string, channel: 'inRoom' | 'online'): CommandInput => ({ do: 'checkIn', who, channel });
  for (const who of ['m01', 'm02', 'm03', 'm04', 'm05']) await hand.must(here(who, 'inRoom'));
  await hand.must(here('m06', 'online'));
  await hand.must({ do: 'confirmIdentity', who: 'm06' });
  await hand.must({ do: 'openMeeting' });
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('every way to vote, on every screen', () => {
  test('[C142] standing: those in favour stand, the desk counts them, whoever stays seated is against', async () => {
    await toVote('i1');
    await shows(chair, '賛成の方は起立をお願いします');
    await next(chair, '賛成の方');
    await shows(screen, '起立をお願いします');
    await vote(m06, '賛成');
    await shows(m06, '賛成で受け付けました');
    await count('会場の起立', 2, 2);
    await shows(desk, '全員を確認しました');
    await roomSeesNoChoices(/票数は締切のあとに/);
    await button(chair.locator('.others'), '締め切る').click();
    await declare(chair, '承認');
    await roomSees('可決', 3, 2);
    await shows(m06, '承認');
    await hand.must({ do: 'endItem', item: 'i1' });
  });

  test('[C143] named: the roll is called at the desk, and nobody sees a choice before the close', async () => {
    await toVote('i2');
    await shows(chair, 'お名前をお呼びしますので');
    await shows(screen, 'お名前をお呼びします');
    await shows(m06, '氏名とともに記録されます');
    await vote(m06, '反対');
    await shows(m06, '反対で受け付けました');
    for (const [name, choice] of [
      ['委員02', '賛成'],
      ['委員03', '賛成'],
      ['委員04', '賛成'],
    ] as const) {
      await shows(desk, `未確認は ${name}（会場）`);
      await button(desk.getByRole('region', { name: '採決' }), choice).click();
    }
    await roomSeesNoChoices(/投票済み\s*4／5/);
    expect(await chair.locator('main').innerText()).not.toMatch(/賛成\s*\d/);
    await shows(chair, '内訳は、締切のあとに示します');
    await button(desk.getByRole('region', { name: '採決' }), '反対').click();
    await next(chair, '締め切る');
    await declare(chair, '承認');
    await roomSees('可決', 3, 2);
    await hand.must({ do: 'endItem', item: 'i2' });
  });

  test('[C144] secret: a phone says that it counted and never how, and the room learns it after the close', async () => {
    await toVote('i3');
    await shows(chair, '無記名で行います');
    await shows(screen, '無記名です');
    await shows(m06, 'だれがどう投票したかは、記録されません');
    await vote(m06, '反対');
    await shows(m06, '投票を受け付けました');
    expect(await m06.locator('main').innerText()).not.toMatch(/反対/);
    await roomSeesNoChoices(/投票済み\s*1／5/);
    await count('用紙の票', 3, 1);
    await roomSeesNoChoices(/投票済み\s*5／5/);
    await next(chair, '締め切る');
    await declare(chair, '承認');
    await roomSees('可決', 3, 2);
    await hand.must({ do: 'endItem', item: 'i3' });
  });

  test('[C145, C211] no objection: one objection from a phone takes the matter to a show of hands', async () => {
    await toVote('i4');
    await shows(chair, 'ご異議はございませんか');
    await shows(screen, 'ご異議はありませんか');
    await shows(m06, '異議がない方は、何も押さずに');
    await button(m06, '異議がある').click();
    await button(m06, '異議を申し出る').click();
    await shows(chair, 'ご異議がありますので、挙手採決により採決いたします');
    await shows(chair, '異議を申し出た委員');
    expect(await chair.locator('.notice').innerText()).toMatch(/委員06さん\s+異議が1人あったので/);
    expect(await chair.locator('[aria-live=assertive]').innerText()).toContain('委員06さん');
    await shows(desk, '異議を申し出た委員　委員06');
    await shows(screen, '異議がありました');
    for (const page of [m05, m06]) await shows(page, '規則により挙手採決で決めます');
    for (const page of [screen, m05])
      expect(await page.locator('body').innerText()).not.toContain('申し出た委員');
    await shows(desk, '（異議あり　委員06）');
    await next(chair, '挙手採決へ');
    await next(chair, '賛成の方');
    await shows(screen, '挙手をお願いします');
    await vote(m06, '反対');
    await next(chair, '反対の方');
    await count('会場の挙手', 4, 0);
    await button(chair.locator('.others'), '締め切る').click();
    await declare(chair, '承認');
    await roomSees('可決', 4, 1);
    await hand.must({ do: 'endItem', item: 'i4' });
  });

  test('[C146] a vote declared void says why on every screen, and the next round begins anew', async () => {
    await toVote('i5');
    await shows(screen, '端末で投票してください');
    await vote(m06, '賛成');
    await button(chair.locator('.foot'), '採決をやり直す').click();
    const dialog = chair.locator('dialog[open]');
    await dialog.getByRole('textbox').fill('端末の不具合のため');
    await button(dialog, '採決をやり直します').click();
    await shows(m06, '前の採決は数えません（端末の不具合のため）');
    await shows(screen, '採決をやり直します（端末の不具合のため）');
    await openVote(chair);
    await shows(chair, '2回目');
    await shows(m06, '選んだあと、確かめてから送ります');
    await vote(m06, '反対');
    await vote(m05, '賛成');
    await count('会場の挙手', 2, 1);
    await next(chair, '締め切る');
    await declare(chair, '承認');
    await roomSees('可決', 3, 2);
    await hand.must({ do: 'endItem', item: 'i5' });
  });

  test('[C147] with the chair excluded the deputy’s page becomes the chair’s, and back again', async () => {
    await hand.must({ do: 'recuse', who: 'm01', item: 'i6' });
    await hand.must({ do: 'startItem', item: 'i6' });
    await chair.waitForURL(/\/member\?/);
    await shows(chair, 'いまは委員02さんが会議を進めています');
    await deputy.waitForURL(/\/chair\?/);
    await openVote(deputy);
    await next(deputy, '賛成の方');
    await shows(screen, '挙手をお願いします');
    expect(await button(m06, '賛成').count()).toBe(1);
    await hand.must({ do: 'recordCount', item: 'i6', channel: 'inRoom', yes: 2, no: 1 });
    await vote(m06, '賛成');
    await button(deputy.locator('.others'), '締め切る').click();
    await declare(deputy, '承認');
    await roomSees('可決', 3, 1);
    await next(deputy, '議題を終える');
    await chair.waitForURL(/\/chair\?/);
    await deputy.waitForURL(/\/member\?/);
    await shows(chair, '次の議題に入る');
    expect(stage.faults).toEqual([]);
  });

  test('[C148] a tie made by abstentions tells the chair what carrying it means', async () => {
    await toVote('i7');
    await next(chair, '賛成の方');
    await vote(m06, '反対');
    await hand.must({ do: 'recordCount', item: 'i7', channel: 'inRoom', yes: 1, no: 0, abstain: 3 });
    await button(chair.locator('.others'), '締め切る').click();
    await next(chair, '裁決へ');
    await shows(chair, '棄権3人を除いて可否同数です');
    await shows(screen, '会長が裁決します');
    await button(chair.locator('.go'), '否とする').click();
    await button(chair.locator('dialog[open]'), '否とする').click();
    await next(chair, '不承認と宣告する');
    await roomSees('否決', 1, 1, 3);
    await shows(m06, '不承認');
    expect(stage.server.complaints).toBe('');
  });
});
