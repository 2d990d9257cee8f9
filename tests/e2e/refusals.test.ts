import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let meeting: string;
let desk: Page;
let chair: Page;
let m06: Page;
let hand: TestClient<'desk'>;

async function person(id: string, size: { width: number; height: number }): Promise<Page> {
  return stage.device(id, await stage.makeLink(desk, meeting, { role: 'person', people: [id] }), size);
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  meeting = await stage.makeMeeting(
    desk,
    planOf({
      profile: 'plain',
      rules: { chair: { vote: 'castingOnly' } },
      agenda: [{ id: 'i1', title: '第一の件', kind: 'consultation' }],
    }),
  );
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  [chair, m06] = await Promise.all([person('m01', sizes.chair), person('m06', sizes.member)]);
  hand = await stage.hand(desk, meeting, 'desk');
  for (const who of ['m01', 'm02', 'm03', 'm04']) await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  await hand.must({ do: 'openMeeting' });
  await hand.must({ do: 'startItem', item: 'i1' });
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('what goes wrong is said in words, with what to do instead', () => {
  test('[C149] two pages call on somebody at once: one is told that it was done already', async () => {
    await hand.must({ do: 'raiseHand', who: 'm02' });
    await hand.must({ do: 'raiseHand', who: 'm03' });
    const onChair = chair.locator('.go').getByRole('button', { name: '委員02' });
    const onDesk = desk.getByTitle('委員03を指名する');
    await Promise.all([onChair.waitFor(), onDesk.waitFor()]);
    // Both presses lie on the wire before the server looks at either.
    stage.server.freeze();
    await onDesk.click();
    await onChair.click();
    stage.server.thaw();
    const told = /さんに変わりました。画面を確かめて/;
    await Promise.any([shows(chair, told), shows(desk, told)]);
    await hand.until(() => hand.view.floor.turn?.who !== 'm01');
    expect(hand.view.floor.queue).toHaveLength(1);
  });

  test('[C150] a vote below the quorum waits, and its button says for what', async () => {
    await hand.must({ do: 'leave', who: 'm04' });
    await shows(chair, '定足数を欠いています');
    const toVote = button(chair.locator('.foot'), '採決へ');
    expect(await toVote.getAttribute('aria-disabled')).toBe('true');
    await shows(chair.locator('.foot'), /定足数|出席/);
    await hand.must({ do: 'checkIn', who: 'm04', channel: 'inRoom' });
    await hand.must({ do: 'checkIn', who: 'm05', channel: 'inRoom' });
    await chair.locator('.foot button[aria-disabled="false"]', { hasText: '採決へ' }).waitFor();
  });

  test('[C151] more hands than people are refused while they are typed, and nothing typed is lost', async () => {
    await hand.must({ do: 'openVote', item: 'i1', method: 'showOfHands' });
    await hand.must({ do: 'callChoice', choice: 'yes' });
    const yes = desk.getByRole('textbox', { name: '会場の挙手 賛成' });
    await yes.fill('７');
    await shows(desk, '3人多くなっています。');
    await yes.press('Enter');
    await shows(desk, '数え直してください。');
    expect(await yes.inputValue()).toMatch(/^[7７]$/);
    expect(hand.view.vote?.counts?.yes).toBe(0);
    await hand.must({ do: 'voidVote', item: 'i1', why: '数え直しのため' });
  });

  test('[C152] a revoked link says that it has ended and whom to ask', async () => {
    await shows(m06, '受付が、まだです');
    await button(desk, '会議').first().click();
    await button(desk, 'リンクとQR').click();
    const dialog = desk.locator('dialog[open]');
    await dialog.locator('li', { hasText: '委員06' }).getByRole('button', { name: '止める' }).click();
    await shows(m06, 'この画面は、終わりました');
    await shows(m06, /事務局/);
    await button(dialog, '閉じる').click();
  });

  test('[C153] a roster with doubles, empty names and variants is taken with each row to look at named', async () => {
    await desk.goto(`/setup/refusals?s=${sessionOf(desk)}`);
    await button(desk, '名簿').first().click();
    await button(desk, '表計算から貼り付け').click();
    const dialog = desk.locator('dialog[open]');
    const rows = ['氏名\t役', '葛󠄀城\t会長', '山野\t委員', '山野\t委員', '\t委員', '髙橋\t委員'];
    await dialog.getByRole('textbox').fill(rows.join('\n'));
    await button(dialog, 'この名簿にする').click();
    await shows(desk, /確認が必要な行が/);
    await shows(desk, /山野/);
    const names = await desk
      .getByRole('textbox', { name: '氏名' })
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(names).toContain('葛󠄀城');
    expect(names).toContain('髙橋');
    await button(desk, '会議を作る').click();
    await shows(desk, 'まだ足りないものがあります');
  });

  test('[C154] a roster file in Shift_JIS is read, and the page says in which encoding it was', async () => {
    // 氏名,役 / 山野,会長 / 川原,委員 as a Japanese spreadsheet writes them.
    const bytes = '8e96bc2c96f00d0a8e5296ec2c89ef92b70d0a90ec8cb42c88cf88f50d0a'.replace(
      '8e96bc',
      '8e8196bc',
    );
    await button(desk, '名簿').first().click();
    await desk.locator('input[type=file]').setInputFiles({
      name: '名簿.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(bytes, 'hex'),
    });
    await shows(desk, /名簿\.csv を読み込みました。2人（文字コード Shift_JIS）/);
    await shows(desk, '確認が必要な行はありません');
    // A draft is asked for before it was ever kept, which the browser's console notes.
    expect(stage.faults.filter((fault) => !/status of 404/.test(fault))).toEqual([]);
  });
});
