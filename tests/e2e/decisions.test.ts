import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test, vi } from 'vitest';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

/** How long what must come is waited for, ms. */
const patience = 20_000;

let stage: Stage;
let meeting: string;
let desk: Page;
let chair: Page;
let m03: Page;
let m06: Page;
let screen: Page;
/** The desk's session as a program: for the presses that are not what a test is about. */
let hand: TestClient<'desk'>;

/** A meeting on its pages: m06 and whoever else is named online, the others in the room. */
async function hold(plan: PlanInput, room: number, online: readonly string[]): Promise<void> {
  meeting = await stage.makeMeeting(desk, plan);
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  const person = async (id: string, size: { width: number; height: number }) =>
    stage.device(id, await stage.makeLink(desk, meeting, { role: 'person', people: [id] }), size);
  [chair, m03, m06, screen] = await Promise.all([
    person('m01', sizes.chair),
    person('m03', sizes.member),
    person('m06', sizes.member),
    stage.device('screen', await stage.makeLink(desk, meeting, { role: 'screen' }), sizes.screen),
  ]);
  hand = await stage.hand(desk, meeting, 'desk');
  for (const { id, role } of plan.people.slice(0, room))
    if (role !== 'official' && !online.includes(id))
      await hand.must({ do: 'checkIn', who: id, channel: 'inRoom' });
  for (const who of online) {
    await hand.must({ do: 'checkIn', who, channel: 'online' });
    await hand.must({ do: 'confirmIdentity', who });
  }
  await hand.must({ do: 'openMeeting' });
}

/** The chair presses the one next thing, once it is this. */
async function next(label: string): Promise<void> {
  await chair.locator('.go').getByRole('button', { name: label }).click();
}

async function vote(page: Page, choice: '賛成' | '反対'): Promise<void> {
  await button(page, choice).click();
  await button(page, `${choice}で送る`).click();
}

async function count(yes: number, no: number): Promise<void> {
  const cell = (choice: string) => desk.getByRole('textbox', { name: `会場の挙手 ${choice}` });
  await cell('賛成').fill(String(yes));
  await cell('反対').fill(String(no));
  await cell('反対').press('Enter');
}

async function toReport(): Promise<void> {
  await button(chair.locator('.others'), '締め切る').click();
  await next('宣告へ');
}

async function read(what: string): Promise<string> {
  const address = `/api/meetings/${meeting}/${what}${what.includes('?') ? '&' : '?'}s=${sessionOf(desk)}`;
  return desk.evaluate(async (url) => (await fetch(url)).text(), address);
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

describe('a decision that is put right, made anew, or amended', () => {
  beforeAll(async () => {
    const rules = { chair: { vote: 'castingOnly' }, motion: { seconders: 1 } } as const;
    const agenda = ['第一の件', '条例の一部改正', '第三の件', '第四の件'].map((title, at) => ({
      id: `i${at + 1}`,
      title,
      kind: 'consultation' as const,
    }));
    await hold(planOf({ profile: 'plain', rules, agenda }), 5, ['m06']);
  }, 180_000);

  test('[C170] one vote is put right after the count, and the chair is told before declaring', async () => {
    await hand.must({ do: 'startItem', item: 'i1' });
    await chair.locator('button:enabled', { hasText: '採決へ' }).first().click();
    await next('賛成の方');
    await vote(m06, '賛成');
    await count(2, 2);
    await shows(desk, '全員を確認しました');
    await toReport();
    await button(chair.locator('.go'), '承認と宣告する').waitFor();
    // Passed over, the call is not marked as made.
    expect(await chair.locator('.side li', { hasText: '棄権の方' }).innerText()).toContain('求めず');
    await shows(m03, '会場で数えました');

    await button(desk.getByRole('region', { name: '採決' }), '票を訂正').click();
    const dialog = desk.locator('dialog[open]');
    await dialog.getByLabel('だれの票').selectOption({ label: '委員04　投票済み' });
    await dialog.getByLabel('正しい票').selectOption('反対');
    await dialog.getByLabel('理由').fill('見まちがい');
    await button(dialog, '票を訂正').click();
    await shows(dialog, 'どの挙手の人数に入っているかを選んでください');
    await dialog.getByLabel('どの挙手で数えたか').selectOption('賛成');
    expect(await violations(desk)).toEqual([]);
    await button(dialog, '票を訂正').click();
    await dialog.waitFor({ state: 'detached' });
    await shows(chair, '委員04さんの票を、事務局が訂正しました');
    await button(chair.locator('.go'), '不承認と宣告する').waitFor();
  });

  test('[C170] a count entered again replaces the one before, until the declaration', async () => {
    await count(2, 1);
    await button(chair.locator('.go'), '承認と宣告する').waitFor();
    await shows(desk, '全員を確認しました');
  });

  test('[C171] a vote declared void says so in the chair’s words, and goes on with the next round', async () => {
    await button(chair.locator('.foot'), '採決をやり直す').click();
    const dialog = chair.locator('dialog[open]');
    await dialog.getByRole('textbox').fill('数え間違い');
    await button(dialog, '採決をやり直します').click();
    await shows(chair, /数え間違いのため、ただいまの採決は無効とし/);
    await shows(screen, '採決をやり直します（数え間違い）');
    await shows(m06, '前の採決は数えません（数え間違い）');
    await next('採決へ');
    await shows(chair, '2回目');
    expect(await desk.getByRole('textbox', { name: '会場の挙手 賛成' }).inputValue()).toBe('');
    await next('賛成の方');
    await count(4, 0);
    await vote(m06, '反対');
    await toReport();
    await next('承認と宣告する');
    await shows(screen, '可決');
    await hand.must({ do: 'endItem', item: 'i1' });
    const text = await read('minutes?format=text');
    expect(text).toContain('この採決は取り消した。数え間違い');
    expect(text).toContain('賛成4名、反対1名');
  });

  test('[C172] an amendment is entered at the desk, waits for its seconder, and gets one from a phone', async () => {
    await hand.must({ do: 'startItem', item: 'i2' });
    for (const [text, mover] of [
      ['手数料を300円に改める', '委員03'],
      ['手数料の条を削る', '委員04'],
    ] as const) {
      await desk
        .locator('li.current button, button.line.current', { hasText: '条例の一部改正' })
        .first()
        .click();
      await button(desk.getByRole('dialog'), '動議・修正案').click();
      const dialog = desk.locator('dialog[open]');
      await dialog.getByLabel('内容').fill(text);
      await dialog.getByLabel('提出者').selectOption(mover);
      // The second one is told where it goes, and how that is mended.
      expect(await dialog.getByText('修正案1の次に採決する順に入ります').count()).toBe(
        mover === '委員04' ? 1 : 0,
      );
      await button(dialog, '記録する').click();
      await dialog.waitFor({ state: 'detached' });
    }
    await shows(chair, '手数料の条を削る');
    await shows(chair, 'あと1人必要');
    await shows(screen, '手数料を300円に改める');
    // Whoever moved it takes it back and does not second it.
    await button(m03, '取り下げる').waitFor();
    await button(m06, '賛成者になる').first().click();
    await button(m06, '賛成者になることを申し出る').click();
    await shows(m06, 'あなたは賛成者です');
    expect(await violations(m06)).toEqual([]);
    const second = desk.locator('li', { hasText: '手数料の条を削る' });
    expect(await button(second, '採決に付す').getAttribute('aria-disabled')).toBe('true');
    await button(second, '賛成者を加える').click();
    const card = desk.getByRole('dialog');
    // Neither its mover nor anybody who is not there.
    for (const name of ['委員04', '委員07']) expect(await button(card, name).count()).toBe(0);
    await button(card, '委員05').click();
    await shows(second, '委員05');
  });

  test('[C210] the amendments are brought into the order of their votes by touch and by keyboard', async () => {
    // The desk has the room's screen as a picture of its own.
    const named = (page: Page) =>
      (page === desk ? desk.getByRole('region', { name: '議題' }) : page)
        .locator('li', { hasText: /修正案[12]/ })
        .locator('b', { hasText: '修正案' });
    const orderOn = async (page: Page) => (await named(page).allInnerTexts()).join();
    await shows(chair, '採決の順　原案に遠いものから');
    expect(await orderOn(chair)).toBe('修正案1,修正案2');
    // Nothing goes before the first, and the button says where it stands.
    const first = button(chair, '修正案1を先にする（いま1番目）');
    expect(await first.getAttribute('aria-disabled')).toBe('true');
    await button(chair, '修正案2を先にする').tap();
    await button(chair, '修正案2を先にする（いま1番目）').waitFor();
    for (const page of [chair, desk, screen])
      await vi.waitFor(async () => {
        expect(await orderOn(page)).toBe('修正案2,修正案1');
      }, patience);
    await shows(m03, '1番目に採決');
    expect(await m03.locator('section.motion').first().innerText()).toContain('修正案2');
    // By keyboard, there and back: the button keeps the focus though its row moves.
    await button(desk, '修正案2を後にする（いま1番目）').focus();
    await desk.keyboard.press('Enter');
    await button(desk, '修正案2を後にする（いま2番目）').waitFor();
    await vi.waitFor(async () => {
      expect(await desk.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
        '修正案2を後にする（いま2番目）',
      );
    }, patience);
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Shift+Tab');
    await desk.keyboard.press('Enter');
    await button(desk, '修正案2を先にする（いま1番目）').waitFor();
    for (const page of [chair, desk, m03]) expect(await violations(page)).toEqual([]);
    await shows(chair, /修正案が2件ありますので、/);
  });

  test('[C172, C173] amendments are voted on the farthest first, and no screen takes one for the item', async () => {
    await next('修正案2の採決へ');
    await shows(m06, '次の修正案に、賛成しますか');
    await next('賛成の方');
    await shows(screen, '手数料の条を削る');
    await count(1, 3);
    await vote(m06, '反対');
    await toReport();
    await shows(chair, /修正案「手数料の条を削る」は否決と/);
    await next('否決と宣告する');
    for (const page of [chair, screen, m06]) await shows(page, '手数料の条を削る');
    await next('修正案1の採決へ');
    // Another question, so no second round of the first.
    expect(await chair.locator('main').innerText()).not.toContain('2回目');
    await next('賛成の方');
    await count(4, 0);
    await vote(m06, '賛成');
    await toReport();
    await next('可決と宣告する');
    await shows(screen, '手数料を300円に改める');
    await shows(m06, '手数料を300円に改める');
    expect(await m06.locator('.result').innerText()).toMatch(/修正案[\s\S]*可決/);
  });

  test('[C172] then what is left of the original is decided, and not put again', async () => {
    await shows(chair, /修正部分を除く原案について採決/);
    await next('採決へ');
    await shows(screen, '修正部分を除く原案');
    await shows(m06, '修正部分を除く原案');
    await next('賛成の方');
    await count(3, 1);
    await vote(m06, '賛成');
    await toReport();
    await next('承認と宣告する');
    await button(chair.locator('.go'), '議題を終える').waitFor();
    expect(await chair.locator('button:enabled', { hasText: '採決へ' }).count()).toBe(0);
    const text = await read('minutes?format=text');
    expect(text).toMatch(/修正案（委員03）　手数料を300円に改める　可決/);
    expect(text).toMatch(/手数料の条を削る　賛成1名、反対4名[^\n]*否決/);
    expect(text).toMatch(/修正部分を除く原案　賛成4名、反対1名[^\n]*承認/);
    await hand.must({ do: 'endItem', item: 'i2' });
  });

  test('[C176] two items taken together are one matter on every screen, with one decision', async () => {
    await button(desk, '一括にする').click();
    const dialog = desk.locator('dialog[open]');
    for (const title of ['第三の件', '第四の件']) await dialog.getByLabel(title).check();
    await button(dialog, '一括にする').click();
    await dialog.waitFor({ state: 'detached' });
    await next('次の議題に入る');
    for (const page of [chair, screen, m06]) {
      await shows(page, '第三の件');
      await shows(page, '第四の件');
    }
    await chair.locator('button:enabled', { hasText: '採決へ' }).first().click();
    await next('賛成の方');
    await count(4, 0);
    await vote(m06, '賛成');
    await toReport();
    await next('承認と宣告する');
    await next('議題を終える');
    await shows(chair, '閉会');
    expect(stage.faults).toEqual([]);
  });
});

describe('eighteen voters, those online polled first', () => {
  beforeAll(async () => {
    const plan = planOf({
      members: 19,
      profile: 'plain',
      rules: { chair: { vote: 'castingOnly' }, vote: { channelOrder: 'onlineFirst', objection: 2 } },
    });
    await hold(plan, 19, ['m06', 'm07']);
    await hand.must({ do: 'startItem', item: 'i1' });
  }, 180_000);

  test('[C174] members online are asked one by one in the chair’s words; the room’s phones wait for them', async () => {
    await chair.locator('button:enabled', { hasText: '採決へ' }).first().click();
    await shows(chair, /委員06さん、\s*賛成か反対かを/);
    await shows(screen, 'オンラインの方から');
    await shows(m03, 'オンラインの委員から先に採ります');
    expect(await button(m03, '賛成').count()).toBe(0);
    await shows(desk, '未確認は 委員06（オンライン）');
    await vote(m06, '賛成');
    await shows(chair, /委員07さん、\s*賛成か反対かを/);
    // The desk enters the answer that it heard.
    await shows(desk, '未確認は 委員07（オンライン）');
    await button(desk.getByRole('region', { name: '採決' }).locator('.four'), '反対').click();
    await button(m03, '賛成').waitFor();
    await shows(chair, '賛成の方は挙手をお願いします');
  });

  test('[C175] of eighteen, 8-8-2 is a tie; the chair reads what carrying it would mean', async () => {
    await next('賛成の方');
    await desk.getByRole('textbox', { name: '会場の挙手 棄権' }).fill('2');
    await count(7, 7);
    await button(chair.locator('.others'), '締め切る').click();
    await next('裁決へ');
    await shows(chair, /賛成8人、\s*反対8人で可否同数です/);
    await shows(chair, '棄権2人を除いて可否同数です');
    await shows(chair, /9対8になった場合は、必要な10人に達せず/);
    expect(await chair.locator('.go .btn-next').count()).toBe(0);
    expect(await violations(chair)).toEqual([]);
    await button(chair.locator('.go'), '可とする').click();
    await button(chair.locator('dialog[open]'), '可とする').click();
    await next('承認と宣告する');
    await shows(screen, '可決');
  });

  test('[C211] one objection where two are needed is told as one, and the chair declares over it', async () => {
    await hand.must({ do: 'endItem', item: 'i1' });
    await hand.must({ do: 'startItem', item: 'i2' });
    await hand.must({ do: 'openVote', item: 'i2', method: 'noObjection' });
    await shows(chair, '異議の申出はありません');
    await button(m03, '異議がある').click();
    await button(m03, '異議を申し出る').click();
    await shows(m03, '異議を受け付けました');
    for (const page of [chair, desk]) await shows(page, /異議を申し出た委員　委員03/);
    await shows(chair, 'ご異議が1人ありました。');
    expect(await violations(chair)).toEqual([]);
    await next('宣告へ');
    await shows(chair, /採決の方法を改める\s*2人に達しませんので/);
    await next('承認と宣告する');
    await shows(screen, '異議 1人');
    await shows(chair, '異議の申出は1人でした');
    await shows(desk, '異議1人');
    for (const page of [chair, desk, screen, m03])
      expect(await page.locator('body').innerText()).not.toMatch(/異議なし(?!）)|異議の申出はありません/);
    expect(await read('minutes?format=text')).toMatch(/異議は1人で、採決を改める人数に達せず、承認/);
    expect(stage.faults).toEqual([]);
    expect(stage.server.complaints).toBe('');
  });
});
