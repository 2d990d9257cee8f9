import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let desk: Page;
let other: Page;
let member: Page;
let hand: TestClient<'desk'>;
let meeting: string;
/** The turns of the chair, of m03 and of m04. */
let turns: number[] = [];

type Turn = Extract<MinutesBlock, { type: 'turn' }>;

async function turnsNow(page = desk): Promise<Turn[]> {
  const address = `/api/meetings/${meeting}/minutes?s=${sessionOf(page)}`;
  const blocks = await page.evaluate(
    async (url) => (await (await fetch(url)).json()) as MinutesBlock[],
    address,
  );
  return blocks.filter((block) => block.type === 'turn');
}

async function turn(no: number): Promise<Turn> {
  const found = (await turnsNow()).find((block) => block.turn === no);
  if (found === undefined) throw new Error(`no turn ${String(no)}`);
  return found;
}

/** The turn's field on this page, opened by a click on its words where it is not open. */
async function field(page: Page, { id }: Turn) {
  const typed = page.locator(`[data-editing="${id}"]`);
  if ((await typed.count()) === 0) await page.locator(`[data-turn="${id}"]`).click();
  await typed.waitFor();
  return typed;
}

/** Resolves when the page's field or sheet has these words. */
async function has(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('#main textarea, #main .words')].some((element) =>
        (element instanceof HTMLTextAreaElement ? element.value : element.innerText).includes(wanted),
      ),
    words,
  );
}

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('#main textarea').waitFor({ state: 'detached' });
}

/** The words of the file that the export menu gives. */
async function taken(page: Page, copy: '配布用' | '原本' | null): Promise<string> {
  await button(page, '書き出す').click();
  const menu = page.getByRole('dialog', { name: '書き出す' });
  if (copy !== null) await menu.getByText(copy, { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: /^テキスト .txt/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.txt$/);
  return readFile(await download.path(), 'utf8');
}

async function go(page: Page, screen: string): Promise<void> {
  await page.goto(`/m/${meeting}/${screen}?s=${sessionOf(page)}`);
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  meeting = await stage.makeMeeting(desk, planOf());
  hand = await stage.hand(desk, meeting, 'desk');
  for (const who of ['m01', 'm02', 'm03', 'm04', 'm05'])
    await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  await hand.must({ do: 'openMeeting' });
  await hand.must({ do: 'startItem', item: 'i1' });
  for (const who of ['m03', 'm04']) await hand.must({ do: 'speak', who });
  const spoken = await turnsNow();
  turns = ['m03', 'm04'].map((who) => spoken.find(({ speaker }) => speaker === who)?.turn ?? 0);
  const [asking = 0, taking = 0] = turns;
  await hand.must({ do: 'writeTurn', turn: asking, text: '保存の年数を伺います。', base: '' });
  await hand.must({ do: 'writeTurn', turn: taking, text: '先ほどの話は誤りでした。', base: '' });
  other = await stage.device('other', await stage.makeDeskLink(desk), sizes.desk);
  await Promise.all([go(desk, 'minutes'), go(other, 'minutes')]);
  await Promise.all([has(desk, '保存の年数'), has(other, '保存の年数')]);
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('two desks on the minutes’ page', () => {
  test('[C90] type into the same turn at once: both have all words, and so has the file', async () => {
    const asked = await turn(turns[0] ?? 0);
    const [one, two] = await Promise.all([field(desk, asked), field(other, asked)]);
    await one.press('Control+Home');
    await two.press('Control+End');
    await Promise.all([
      desk.keyboard.type('委員会の規則について、', { delay: 25 }),
      other.keyboard.type('また、予算はいくらですか。', { delay: 25 }),
    ]);
    const all = '委員会の規則について、保存の年数を伺います。また、予算はいくらですか。';
    await Promise.all([has(desk, all), has(other, all)]);
    expect(await one.inputValue()).toBe(all);
    expect(await two.inputValue()).toBe(all);
    await Promise.all([leave(desk), leave(other)]);
    expect((await turn(asked.turn)).text).toBe(all);
    expect(await taken(desk, '配布用')).toContain(all);
    expect(await violations(desk)).toEqual([]);
  });

  test('[C97] a slash seeks words on the page; Enter goes on, and Escape gives the page back', async () => {
    await other.keyboard.press('/');
    const box = other.getByRole('searchbox', { name: '探す' });
    await box.fill('委員会の規則');
    await shows(other, '1／1');
    await box.fill('。');
    await shows(other, /^1／[2-9]$/);
    await box.press('Enter');
    await shows(other, /^2／[2-9]$/);
    await box.fill('どこにもない言葉');
    await shows(other, '見つかりません');
    await box.press('Escape');
    await box.waitFor({ state: 'detached' });
  });

  test('[C91] a wrong speaker is put right with the reason, on both pages', async () => {
    const asked = await turn(turns[0] ?? 0);
    await field(desk, asked);
    await button(desk, '発言者を直す').click();
    const dialog = desk.locator('dialog[open]');
    await dialog.getByLabel('正しい発言者').selectOption('m05');
    await button(dialog, '発言者を直す').click();
    await shows(dialog, /理由/);
    expect((await turn(asked.turn)).speaker).toBe('m03');
    await dialog.getByRole('textbox').fill('席を取り違えた');
    await button(dialog, '発言者を直す').click();
    await dialog.waitFor({ state: 'detached' });
    expect((await turn(asked.turn)).speaker).toBe('m05');
    await shows(other.getByRole('complementary', { name: '注' }), '席を取り違えた');
    await leave(desk);
  });

  test('[C91] split where the caret is, whole again by one press, apart again by another, and joined', async () => {
    const asked = await turn(turns[0] ?? 0);
    const before = (await turnsNow()).length;
    const typed = await field(desk, asked);
    const at = asked.text.indexOf('また');
    await typed.evaluate((element, place) => {
      (element as HTMLTextAreaElement).setSelectionRange(place, place);
    }, at);
    await button(desk, 'ここで分ける').click();
    await expect.poll(async () => typed.inputValue()).toBe(asked.text.slice(0, at));
    expect((await turn(asked.turn)).text).toBe(asked.text.slice(0, at));
    const parts = await turnsNow();
    expect(parts).toHaveLength(before + 1);
    expect(parts.map(({ text }) => text)).toContain(asked.text.slice(at));
    await has(other, asked.text.slice(at));
    expect(await violations(desk)).toEqual([]);
    await button(desk, '元に戻す').click();
    await expect.poll(async () => typed.inputValue()).toBe(asked.text);
    await other.getByText(asked.text.slice(at), { exact: true }).waitFor({ state: 'detached' });
    await has(other, asked.text);
    await button(desk, 'やり直す').click();
    await expect.poll(async () => typed.inputValue()).toBe(asked.text.slice(0, at));
    await has(other, asked.text.slice(at));
    await button(desk, '次とつなぐ').click();
    // Joined by hand the second part is a paragraph of its own.
    const joined = `${asked.text.slice(0, at)}\n${asked.text.slice(at)}`;
    await expect.poll(async () => typed.inputValue()).toBe(joined);
    await has(other, joined);
    expect(await turnsNow()).toHaveLength(before + 1);
    expect((await turnsNow()).filter(({ joined: into }) => into === null)).toHaveLength(before);
    await button(desk, '元に戻す').click();
    await expect.poll(async () => typed.inputValue()).toBe(asked.text.slice(0, at));
    await button(desk, '元に戻す').click();
    await expect.poll(async () => typed.inputValue()).toBe(asked.text);
    await leave(desk);
  });

  test('[C92] what was withdrawn is masked in the published copy and stands in the record beside it', async () => {
    const said = await turn(turns[1] ?? 0);
    await field(desk, said);
    await button(desk, '発言を取り消す').click();
    const dialog = desk.locator('dialog[open]');
    await dialog.getByRole('textbox').fill('本人の申出');
    await button(dialog, '発言を取り消す').click();
    await dialog.waitFor({ state: 'detached' });
    await leave(desk);
    await button(desk, '原本との違い').click();
    const line = desk.locator(`[data-difference="${said.id}"]`);
    await shows(line.getByRole('region', { name: '原本' }), said.text);
    const published = line.getByRole('region', { name: '配布用' });
    await published.getByText('先ほどの話').waitFor({ state: 'detached' });
    await shows(published, '委員（委員04）');
    await shows(line, /本人の申出.*事務局/);
    await shows(line, '発言取消し');
    expect(await violations(desk)).toEqual([]);
    expect(await taken(desk, '配布用')).not.toContain(said.text);
    expect(await taken(desk, '原本')).toContain(said.text);
    await button(desk, '本文に戻る').click();
    await has(desk, '予算はいくら');
  });
});

describe('words that their speaker takes back or puts right', () => {
  let phone: Page;
  let tablet: Page;

  beforeAll(async () => {
    await hand.must({ do: 'speak', who: 'm05' });
    const said = (await turnsNow()).findLast(({ speaker }) => speaker === 'm05');
    await hand.must({ do: 'writeTurn', turn: said?.turn ?? 0, text: '保存は三年です。', base: '' });
    await hand.must({ do: 'speak', who: 'm04' });
    const links = ['m05', 'm01'].map((who) =>
      stage.makeLink(desk, meeting, { role: 'person', people: [who] }),
    );
    const [m05 = '', m01 = ''] = await Promise.all(links);
    phone = await stage.device('phone', m05, sizes.member);
    tablet = await stage.device('tablet', m01, sizes.chair);
  }, 120_000);

  test('[K39] a correction is asked for on the phone and allowed on the tablet at one press', async () => {
    await button(phone, 'わたしの記録').click();
    const said = phone.getByRole('listitem').filter({ hasText: '保存は三年です。' });
    await button(said, '取消し・訂正を申し出る').click();
    await said.getByLabel('申し出ること').selectOption('correct');
    await button(said, '申し出る').click();
    await shows(said, '理由を入れてください');
    await said.getByLabel('正しい言葉').fill('保存は五年です。');
    await said.getByLabel('理由').fill('言い間違い');
    expect(await violations(phone)).toEqual([]);
    await button(said, '申し出る').click();
    await shows(said, '許可を待っています');
    await shows(tablet, '委員05さんから、発言の訂正の申出');
    await shows(tablet, '「保存は三年です。」を「保存は五年です。」に');
    expect(await violations(tablet)).toEqual([]);
    await shows(desk.getByRole('region', { name: '取消し・訂正の申出' }), '理由：言い間違い');
    await button(tablet, '許可する').click();
    await shows(phone.getByRole('listitem').filter({ hasText: '保存は五年です。' }), '許可されました');
    expect((await turnsNow()).map(({ text }) => text)).toContain('保存は五年です。');
    await shows(desk.getByRole('complementary', { name: '注' }), '議長の許可');
    await desk.getByRole('region', { name: '取消し・訂正の申出' }).waitFor({ state: 'detached' });
  });

  test('[K39] for a withdrawal the body is asked; the phone’s own copy no longer has the words', async () => {
    const said = phone.getByRole('listitem').filter({ hasText: '保存は五年です。' });
    await button(said, '取消し・訂正を申し出る').click();
    await said.getByLabel('理由').fill('担当課が答えるため');
    await button(said, '申し出る').click();
    await shows(tablet, '委員05さんから、発言の取消しの申出');
    await shows(tablet, '御異議ありませんか');
    await button(tablet, '異議なし、許可する').click();
    await shows(phone, '取り消した発言');
    await said.waitFor({ state: 'detached' });
    expect(await taken(desk, '配布用')).not.toContain('保存は五年です。');
    expect(await taken(desk, '原本')).toContain('担当課が答えるため） 会議の許可');
  });
});

describe('after the meeting', () => {
  test('[C93] a member comes from their own page to the minutes and confirms them there', async () => {
    await hand.must({ do: 'closeMeeting' });
    const pane = desk.getByRole('region', { name: '会議録の確認' });
    await button(pane, '署名委員を決める').click();
    const dialog = desk.locator('dialog[open]');
    await dialog.getByLabel('委員03').check();
    expect(await violations(desk)).toEqual([]);
    await button(dialog, '署名委員を決める').click();
    await dialog.waitFor({ state: 'detached' });
    await shows(pane, /まだ確認していない署名委員：委員03/);
    const link = await stage.makeLink(desk, meeting, { role: 'person', people: ['m03'] });
    member = await stage.device('member', link, sizes.member);
    await member.getByRole('link', { name: '会議録を見る' }).click();
    await member.waitForURL(/\/minutes/);
    await has(member, '予算はいくら');
    expect(await member.getByText('先ほどの話').count()).toBe(0);
    expect(await member.locator('[data-turn]').count()).toBe(0);
    expect(await violations(member)).toEqual([]);
    await button(member, 'この会議録を確認しました').click();
    await shows(member, /に確認しました/);
    await shows(desk.getByRole('region', { name: '会議録の確認' }).getByRole('listitem'), '委員03');
  });

  test('[C93] a change after that asks for the confirmation again, on both pages', async () => {
    const said = await turn(turns[0] ?? 0);
    await (await field(other, said)).press('Control+End');
    await other.keyboard.type('以上です。');
    await leave(other);
    await shows(desk, '確認の後に変更あり');
    await shows(desk, /まだ確認していない署名委員：委員03/);
    await button(member, 'この会議録を確認しました').click();
    await desk.getByText('確認の後に変更あり').waitFor({ state: 'detached' });
  });

  test('[C94, K33] final: what is still being typed is refused with its sentence, and nothing can be typed any more', async () => {
    const said = await turn(turns[0] ?? 0);
    // Changed once more: the signatory has not confirmed these words.
    const { text: base } = said;
    await hand.must({ do: 'writeTurn', turn: said.turn, text: `${base}なお、`, base });
    await hand.must({ do: 'writeTurn', turn: said.turn, text: base, base: `${base}なお、` });
    await shows(desk, '確認の後に変更あり');
    await field(other, said);
    await button(desk, '会議録を確定する').click();
    const dialog = desk.locator('dialog[open]');
    await shows(dialog, 'だれも会議録を変えられません');
    expect(await violations(desk)).toEqual([]);
    const typing = other.keyboard.type('まだ書いています。'.repeat(12), { delay: 60 });
    await has(other, 'まだ書いています。');
    await shows(dialog, '確定の30日後に、委員・画面・傍聴のリンクと');
    await button(dialog, '会議録を確定する').click();
    await shows(dialog, /確認を待つか、待たずに確定する理由/);
    await dialog.getByRole('textbox', { name: '確認を待たない理由' }).fill('長期の不在');
    await button(dialog, '会議録を確定する').click();
    await dialog.waitFor({ state: 'detached' });
    await typing;
    await shows(other.getByRole('alert'), /もう変えられません。誤りは、次の会議で/);
    await shows(desk, /に確定しました。もう変えられません/);
    await Promise.all(
      [desk, other].map((page) =>
        page.locator('[data-turn], [data-editing]').first().waitFor({ state: 'detached' }),
      ),
    );
    const answer = await hand.send({ do: 'writeTurn', turn: said.turn, text: 'あとから', base: said.text });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'record/finalized' } });
    expect((await turn(said.turn)).text).toBe(said.text);
    await shows(member, /に確定しました/);
    expect(await desk.getByText('ファイルを選ぶ').count()).toBe(0);
    expect(await violations(desk)).toEqual([]);
    expect(await violations(member)).toEqual([]);
    await shows(member, '確認を待たずに確定した理由：長期の不在');
    expect(await button(other, 'ここで分ける').count()).toBe(0);
    const kept = other.getByRole('alert', { name: '保存できなかった言葉' });
    await shows(kept, /コピーして手元に残し、次の会議で訂正として/);
    expect(await kept.getByRole('textbox').inputValue()).toContain('以上です。まだ書いて');
    expect(await violations(other)).toEqual([]);
    await button(kept, '片づけた').click();
    await kept.waitFor({ state: 'detached' });
  });

  test('[C94] everybody takes the final words as a file; the member’s has nothing withdrawn', async () => {
    const all = '委員会の規則について、保存の年数を伺います。また、予算はいくらですか。以上です。';
    expect(await taken(desk, '配布用')).toContain(all);
    const theirs = await taken(member, null);
    expect(theirs).toContain(all);
    expect(theirs).not.toContain('先ほどの話');
  });

  test('[K32] what is deleted when stands beside them, and is deleted at a press; the member is told', async () => {
    const pane = desk.getByRole('region', { name: '保存と消去' });
    await shows(pane, /日（.）に消します/);
    await shows(pane, /まで保存します/);
    await button(pane, 'いま消す').click();
    const dialog = desk.locator('dialog[open]');
    await shows(dialog, '元に戻せません');
    expect(await violations(desk)).toEqual([]);
    await button(dialog, 'いま消す').click();
    await dialog.waitFor({ state: 'detached' });
    await shows(pane, /に消しました/);
    await shows(member, 'リンクは無効になりました');
    await go(desk, 'minutes');
    await has(desk, '予算はいくら');
    await desk.goto(`/?s=${sessionOf(desk)}`);
    await shows(desk.getByRole('main'), '会議録は確定済み。リンクは消去済み');
  });

  test('[C94] no page had an error or broke its own policy', () => {
    expect(stage.faults).toEqual([]);
  });
});
