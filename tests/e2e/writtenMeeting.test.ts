import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

/** Ten items, twenty questions: how many are asked on each. */
const asked = [10, 0, 0, 1, 1, 3, 2, 3, 0, 0];
const members = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07'];
const itemId = (at: number) => `i${String(at + 1)}`;

let stage: Stage;
let meeting: string;
let desk: Page;
let m02: Page;
let official: Page;
let chair: Page;
let screen: Page;
/** The desk's own session, for what came on paper from the other members. */
let paper: TestClient<'desk'>;

function plan(): PlanInput {
  const made = planOf({ mode: 'written', profile: 'tama', officials: 2, observers: 0 });
  return {
    ...made,
    people: made.people.map((person) =>
      person.role === 'official'
        ? { ...person, department: person.id === 'k01' ? '市民課' : '健康課' }
        : person,
    ),
    agenda: asked.map((_, at) => ({
      id: itemId(at),
      title: `個人情報を取り扱う事務（その${String(at + 1)}）の変更について`,
      kind: 'consultation' as const,
      department: at === 0 ? '市民課' : '健康課',
      official: at === 0 ? 'k01' : 'k02',
    })),
  };
}

/** So many hours from now, as a field for Japan's time takes it. */
function inHours(hours: number): string {
  return new Date(Date.now() + (hours + 9) * 3600_000).toISOString().slice(0, 16);
}

async function dialog(title: string) {
  const open = desk.locator('dialog[open]', { has: desk.getByRole('heading', { name: title }) });
  await open.waitFor();
  return open;
}

async function confirm(title: string, label: string): Promise<void> {
  const open = await dialog(title);
  await button(open, label).last().click();
  await open.waitFor({ state: 'detached' });
}

async function openItem(page: Page, at: number): Promise<void> {
  await page.getByRole('button', { name: `（その${String(at + 1)}）` }).click();
  await page.getByRole('heading', { name: `（その${String(at + 1)}）` }).waitFor();
}

async function linkOf(person: string): Promise<string> {
  return stage.makeLink(desk, meeting, { role: 'person', people: [person] });
}

async function read(what: string): Promise<string> {
  const address = `/api/meetings/${meeting}/${what}${what.includes('?') ? '&' : '?'}s=${sessionOf(desk)}`;
  return desk.evaluate(async (url) => (await fetch(url)).text(), address);
}

beforeAll(async () => {
  stage = await Stage.open();
  desk = await stage.desk();
  meeting = await stage.makeMeeting(desk, plan());
  const session = sessionOf(desk);
  // The row of the first page leads to the desk of a written meeting.
  await desk.goto(`/?s=${session}`);
  await desk.locator(`a[href*="/m/${meeting}/desk"]`).first().click();
  await desk.getByRole('heading', { name: '進み方' }).waitFor();
  m02 = await stage.device('m02', await linkOf('m02'), sizes.member);
  official = await stage.device('k01', await linkOf('k01'), sizes.member);
  chair = await stage.device('m01', await linkOf('m01'), sizes.chair);
  screen = await stage.device(
    'screen',
    await stage.makeLink(desk, meeting, { role: 'screen' }),
    sizes.screen,
  );
  paper = await stage.hand(desk, meeting, 'desk');
}, 180_000);

beforeEach(() => {
  onTestFailed(({ task }) => stage.keepPictures(task.file.name));
});

afterAll(async () => {
  await stage.close();
});

describe('a written meeting of ten items and twenty questions', () => {
  test('[C123] begins once the members agree and the desk has sent the papers', async () => {
    await shows(screen, 'これから、書面で開きます');
    await shows(m02, '書面で開くことに、同意しますか');
    await button(m02, '同意する').click();
    await shows(m02, '同意で受け付けました');
    await button(desk, '資料を送付する').click();
    const early = await dialog('資料を送付する');
    await button(early, '資料を送付する').click();
    await shows(early, '委員4人の同意が必要です');
    await button(early, 'やめる').click();
    await button(desk, '委員03').click();
    const reply = await dialog('委員03 の返信');
    await reply.getByLabel('書面開催への同意').selectOption('yes');
    await button(reply, '記録する').click();
    await reply.waitFor({ state: 'detached' });
    for (const who of ['m04', 'm05']) await paper.must({ do: 'consentWritten', agree: true, who });
    await shows(desk, '同意4人／必要4人');

    await button(desk, '資料を送付する').click();
    const dispatch = await dialog('資料を送付する');
    await dispatch.getByLabel('送付した資料').fill('資料１ 事務の一覧\n資料２ 変更の理由');
    await dispatch.getByLabel('質問の締切').fill(inHours(72));
    await dispatch.getByLabel('賛否の締切').fill(inHours(240));
    await button(dispatch, '資料を送付する').click();
    await dispatch.waitFor({ state: 'detached' });
    await shows(m02, '質問を受け付けています');
    await shows(m02, 'あと2日と23時間');
    await shows(screen, '書面で審議しています');
  });

  test('[C123] takes questions from phones and on paper, and answers from officials, across a restart', async () => {
    await openItem(m02, 0);
    await button(m02, '質問を書く').click();
    await m02.getByLabel('質問', { exact: true }).fill('どの職員が取り扱いますか。');
    await button(m02, '質問を送る').click();
    await shows(m02, 'わたしの質問');
    for (const [at, count] of asked.entries())
      for (let n = at === 0 ? 1 : 0; n < count; n++)
        await paper.must({
          do: 'submitQuestion',
          item: itemId(at),
          text: `質問の${String(n + 1)}`,
          who: members[(at + n) % 7] ?? '',
        });
    await shows(desk, '7人から 20件');
    await button(desk, '質問を締め切る').click();
    await confirm('質問を締め切る', '締め切る');
    await shows(m02, 'いまは、質問を受け付けていません');

    await stage.server.kill();
    await shows(official, '再接続しています…');
    await stage.server.startAgain();
    paper = await stage.hand(desk, meeting, 'desk');

    await shows(official, '質問に回答してください');
    await button(official, '回答していない質問へ').click();
    await button(official, '回答を書く').first().click();
    await official.getByLabel('質問1への回答').fill('担当の係に限ります。');
    await button(official, '回答を送る').click();
    await shows(official, '担当の係に限ります。');
    for (let question = 2; question <= 20; question++)
      await paper.must({
        do: 'submitAnswer',
        question,
        text: `回答の${String(question)}`,
        who: question <= 10 ? 'k01' : 'k02',
      });
    await shows(m02, '担当の係に限ります。');
    await shows(desk, '20件すべて');
    await button(desk, '回答を締め切る').click();
    await confirm('回答を締め切る', '締め切る');
    await button(desk, '賛否の受付を始める').click();
    await confirm('賛否の受付を始める', '賛否');
    await shows(m02, '原案のとおり決することに、賛成しますか');
  });

  test('[C123] takes decisions that can be changed, keeps one made while the server was away, and says who is missing', async () => {
    await button(m02, '反対').click();
    await m02.getByLabel('意見').fill('記録の点検を続けてほしい。');
    await button(m02, '反対で送る').click();
    await shows(m02, '反対で受け付けました');
    await button(m02, '変更する').click();
    await button(m02, '賛成').click();
    await stage.server.kill();
    await shows(m02, '再接続しています…');
    await button(m02, '賛成で送る').click();
    await shows(m02, '送る予定 賛成');
    await stage.server.startAgain();
    await shows(m02, '賛成で受け付けました');
    await button(m02, '答えていない議題へ（9件）').click();
    await m02.getByRole('heading', { name: '（その2）' }).waitFor();

    paper = await stage.hand(desk, meeting, 'desk');
    const own = await stage.hand(m02, meeting, 'member');
    for (const [at] of asked.entries()) {
      const item = itemId(at);
      if (at > 0) await own.must({ do: 'submitDecision', item, choice: 'yes' });
      for (const who of ['m03', 'm04', 'm05', 'm06'])
        await paper.must({ do: 'submitDecision', item, choice: 'yes', who });
      if (at !== 6) await paper.must({ do: 'submitDecision', item, choice: 'yes', who: 'm07' });
    }
    await m02.getByRole('button', { name: '議題', exact: true }).click();
    await shows(m02, 'すべての議題に答えました');
    await shows(desk, '返信のない2人に知らせる');

    await chair.getByRole('link', { name: '会議の状況を見る' }).click();
    await shows(chair, '委員01、委員07');
    await chair.getByRole('link', { name: '自分の返信を書く' }).click();
    const chairs = await stage.hand(chair, meeting, 'member');
    for (const [at] of asked.entries())
      await chairs.must({ do: 'submitDecision', item: itemId(at), choice: 'yes' });

    await button(desk, '委員07に知らせる').last().click();
    const reminder = await dialog('催促の文');
    expect(await reminder.getByRole('textbox').inputValue()).toMatch(
      /委員07様[\s\S]*・個人情報を取り扱う事務（その7）の変更について[\s\S]*までに/,
    );
    await button(reminder, '閉じる').click();
    await desk.locator('details', { hasText: '（その1）' }).locator('summary').click();
    await shows(desk, '記録の点検を続けてほしい。');
    await shows(desk, '出席の全委員7名から');
  });

  test('[C123] every page of it meets WCAG 2.2 AA, as far as a program can tell', async () => {
    for (const page of [desk, m02, official, chair, screen]) expect(await violations(page)).toEqual([]);
    await openItem(m02, 0);
    expect(await violations(m02)).toEqual([]);
  });

  test('[C215] in English no label of it is broken', async () => {
    for (const [page, labels] of [
      [desk, 'dl dt, td.end'],
      [m02, 'nav button, nav a'],
    ] as const) {
      const english = await page.context().newPage();
      const address = new URL(page.url());
      address.searchParams.set('lang', 'en');
      await english.goto(address.href);
      await english.locator(labels).first().waitFor();
      await shows(english, page === desk ? 'Question 1' : 'Items');
      await english.evaluate(async () => document.fonts.ready);
      const broken = await english.locator(labels).evaluateAll((elements) =>
        elements
          .filter((element) => {
            const words = document.createRange();
            words.selectNodeContents(element);
            // Icons apart, the words of a label stand on one line.
            const text = [...words.getClientRects()].map((line) => Math.round(line.bottom));
            const height = parseFloat(getComputedStyle(element).lineHeight);
            return (
              element.scrollHeight > element.clientHeight + 1 ||
              (element.tagName !== 'BUTTON' && Math.max(...text) - Math.min(...text) > height)
            );
          })
          .map((element) => element.textContent),
      );
      expect(broken).toEqual([]);
      await english.close();
    }
  });

  test('[C123] is closed without the one who is missing; a late decision is kept, said to be late, and not counted', async () => {
    await button(desk, '賛否を締め切る').click();
    await shows(await dialog('賛否を締め切る'), 'まだ返信のない委員：委員07');
    await confirm('賛否を締め切る', '締め切る');
    const m07 = await stage.device('m07', await linkOf('m07'), sizes.member);
    await shows(m07, '賛否の受付は、締め切られました');
    await openItem(m07, 6);
    await shows(m07, '結果には数えません');
    await button(m07, '賛成').click();
    await button(m07, '賛成で送る').click();
    await shows(m07, '締切後に届いたため、結果には数えません');
    const row = desk.locator('tr', { hasText: '委員07' });
    await row.getByText('締切後').waitFor();
  });

  test('[C123, K34] ends with the notice, and the minutes say by how many each item was agreed to', async () => {
    await button(desk, '結果を通知する').click();
    const notice = await dialog('結果の通知');
    expect(await notice.getByRole('textbox').inputValue()).toContain('出席の委員6名から');
    await button(notice, '通知した').click();
    await notice.waitFor({ state: 'detached' });
    await shows(desk, '結果を通知しました');
    await shows(screen, '結果を通知しました');
    await m02.getByRole('button', { name: '議題', exact: true }).click();
    await shows(m02, '結果が通知されました');
    await openItem(m02, 6);
    await shows(m02, '同意6人は、これに達しています。未回答は1人です。');
    await m02.getByRole('button', { name: 'わたしの記録' }).click();
    await shows(m02, 'どの職員が取り扱いますか。');

    await m02.getByRole('button', { name: '議題', exact: true }).click();
    await m02.getByRole('link', { name: '会議録を見る' }).click();
    await shows(m02.getByRole('main'), '出席の委員6名から');
    await shows(m02.getByRole('main'), '担当の係に限ります。');
    await button(m02, 'この会議録を確認しました').waitFor();
    expect(await violations(m02)).toEqual([]);

    const text = await read('minutes?format=text');
    expect(text.match(/出席の全委員7名から/g)).toHaveLength(9);
    expect(text.match(/出席の委員6名から/g)).toHaveLength(1);
    expect(text).toContain('どの職員が取り扱いますか。');
    expect(text).toContain('担当の係に限ります。');
    const events = (await read('log'))
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: { type: string; item?: string; who?: string } }).event);
    const mine = events.filter(
      ({ type, item, who }) => type === 'DecisionSubmitted' && item === 'i1' && who === 'm02',
    );
    expect(mine).toMatchObject([
      { choice: 'no', opinion: '記録の点検を続けてほしい。', late: false },
      // What was added to the first one stays with the second.
      { choice: 'yes', opinion: '記録の点検を続けてほしい。', late: false },
    ]);
    expect(events.filter(({ type }) => type === 'QuestionSubmitted')).toHaveLength(20);
    expect(stage.faults).toEqual([]);
    expect(stage.server.complaints).toBe('');
  });
});
