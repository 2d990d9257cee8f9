import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { planOf } from '../support/plans.ts';
import { button, sessionOf, shows, sizes, Stage, violations } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

let stage: Stage;
let desk: Page;

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

interface Sitting {
  readonly hand: TestClient<'desk'>;
  readonly device: (who: string) => Promise<Page>;
  readonly link: (role: 'screen' | 'observer') => Promise<Page>;
}

/** A meeting with these members in the room and m06 online, shown on the desk. */
async function sitting(rules: RulesInput, room: readonly string[], online = true): Promise<Sitting> {
  const meeting = await stage.makeMeeting(desk, planOf({ profile: 'plain', rules }));
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  const hand = await stage.hand(desk, meeting, 'desk');
  for (const who of room) await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  if (online) {
    await hand.must({ do: 'checkIn', who: 'm06', channel: 'online' });
    await hand.must({ do: 'confirmIdentity', who: 'm06' });
  }
  return {
    hand,
    device: async (who) => {
      const link = await stage.makeLink(desk, meeting, { role: 'person', people: [who] });
      return stage.device(`${who} ${meeting}`, link, who === 'm01' ? sizes.chair : sizes.member);
    },
    link: async (role) =>
      stage.device(`${role} ${meeting}`, await stage.makeLink(desk, meeting, { role }), sizes.screen),
  };
}

/** The item's line in the desk's agenda, which opens what can be done with it. */
function agendaLine(title: string) {
  return button(desk.getByRole('list'), title).first();
}

describe('before the meeting', () => {
  test('[C161] every link is tried out with the members, one by one, and each phone says how it came through', async () => {
    const { hand, device } = await sitting({}, ['m01', 'm02', 'm03', 'm04']);
    await hand.must({ do: 'checkIn', who: 'm07', channel: 'online' });
    const [chair, phone] = await Promise.all([device('m01'), device('m06')]);
    await shows(chair, 'オンラインの2人の接続確認が、まだです');
    await shows(phone, 'まだです（事務局が開会の前に行います）');
    await button(desk, '接続確認').first().click();
    const round = desk.getByRole('dialog');
    await shows(round, '音声のみの人は、定足数にも採決にも入らない定めです。');
    await button(round.getByRole('group', { name: '委員06' }), '音声のみ').click();
    await shows(phone, '音声だけ届いています');
    await shows(round, '2人のうち1人を確認しました');
    expect(await violations(desk)).toEqual([]);
    await button(round.getByRole('group', { name: '委員07' }), '本人確認').click();
    await button(round, '残り1人を「映像と音声」で記録').click();
    await shows(round, '2人のうち2人を確認しました');
    await button(round, '閉じる').click();
    // Audio alone is no attendance here: the desk is told, and mends it in one press.
    await shows(desk, '委員06の映像が届いていません');
    expect(hand.view.quorum.present).toBe(5);
    await button(desk, '届いた').click();
    await shows(phone, '映像と音声が届いています');
    await hand.until(() => hand.view.quorum.present === 6);
    await chair.getByText('接続確認が、まだです').waitFor({ state: 'detached' });
  });

  test('[C162] a phone gives notice of a speech; when the item begins its hand is up first', async () => {
    const { hand, device } = await sitting({ floor: { notice: 'queueFirst' } }, ['m01', 'm02', 'm03', 'm04']);
    const [chair, phone] = await Promise.all([device('m01'), device('m03')]);
    await button(phone, '次第・資料').click();
    await button(phone, '第一の諮問に発言通告する').click();
    await phone.getByRole('textbox', { name: '発言の要旨' }).fill('費用について');
    await button(phone, '発言通告を送る').click();
    await shows(phone, /通告済み/);
    await button(phone, '第二の諮問に発言通告する').click();
    await button(phone, '発言通告を送る').click();
    await hand.until(() => hand.view.notices.length === 2);
    await button(phone, '取り下げる').nth(1).click();
    await hand.until(() => hand.view.notices.length === 1);
    expect(await violations(phone)).toEqual([]);
    await agendaLine('第一の諮問').click();
    await shows(desk, '費用について');
    await desk.keyboard.press('Escape');
    await hand.must({ do: 'openMeeting' });
    await hand.must({ do: 'startItem', item: 'i1' });
    await hand.must({ do: 'raiseHand', who: 'm02' });
    await shows(chair.locator('.side'), '委員02');
    expect(await chair.locator('.side li').first().innerText()).toContain('委員03');
    expect(hand.view.floor.queue.map(({ who, source }) => [who, source])).toEqual([
      ['m03', 'notice'],
      ['m02', 'desk'],
    ]);
    await button(phone, '会議へ戻る').click();
    await shows(phone, '次に呼ばれます');
  });
});

describe('an item closed to the public', () => {
  test('[C163, C215] says so on every screen, keeps observers out with its reason, and opens again', async () => {
    const { hand, device, link } = await sitting({}, ['m01', 'm02', 'm03', 'm04']);
    const [chair, online, screen, observer] = await Promise.all([
      device('m01'),
      device('m06'),
      link('screen'),
      link('observer'),
    ]);
    await hand.must({ do: 'openMeeting' });
    await hand.must({ do: 'startItem', item: 'i1' });
    await hand.must({ do: 'recognize', who: 'm03' });
    await shows(observer, '委員03');
    await agendaLine('第一の諮問').click();
    await button(desk, '非公開にする').click();
    const ask = desk.getByRole('dialog');
    await ask.getByRole('textbox').fill('個人の事情にわたるため');
    await button(ask, '非公開にする').click();
    await shows(screen.locator('header'), '非公開');
    await shows(chair.locator('header'), '非公開');
    for (const page of [chair, desk]) await shows(page, '非公開（個人の事情にわたるため）');
    await shows(observer, 'この議題は、公開しません');
    await shows(observer, '個人の事情にわたるため');
    expect(await observer.locator('main').innerText()).not.toContain('委員03');
    // By these rules nobody online takes part in it.
    await shows(online, '非公開（個人の事情にわたるため）');
    await shows(online, 'オンラインの方は、この議題に加われません');
    expect(await button(online, '挙手する').count()).toBe(0);
    const refused = await stage.hand(online, hand.view.meeting.id, 'member');
    const answer = await refused.send({ do: 'raiseHand' });
    expect(answer.ok ? 'ok' : answer.refusal.code).toBe('floor/closed-session');
    for (const page of [screen, observer, online]) expect(await violations(page)).toEqual([]);
    await agendaLine('第一の諮問').click();
    await button(desk, '公開に戻す').click();
    await shows(observer, '委員03');
    await screen.locator('header').getByText('非公開').waitFor({ state: 'detached' });
  });
});

describe('the rules at setup', () => {
  async function setup(id: string, members: readonly string[]): Promise<void> {
    await desk.goto(`/setup/${id}?s=${sessionOf(desk)}`);
    await desk.getByLabel('会議の名前').fill('第３回審議会');
    await desk.getByLabel('開催日').fill('2026-12-20');
    await desk.getByLabel('開始').fill('14:00');
    await button(desk, '次第').click();
    await button(desk, '次第を貼り付け').click();
    await desk.locator('dialog[open]').getByRole('textbox').fill('料金の改定');
    await button(desk.locator('dialog[open]'), 'この次第にする').click();
    await button(desk, '名簿').first().click();
    await button(desk, '表計算から貼り付け').click();
    const rows = members.map((name, at) => [name, at === 0 ? '会長' : '委員'].join('\t'));
    await desk
      .locator('dialog[open]')
      .getByRole('textbox')
      .fill(['氏名\t役', ...rows].join('\n'));
    await button(desk.locator('dialog[open]'), 'この名簿にする').click();
  }

  async function openGroup(group: string): Promise<void> {
    await desk.locator('summary', { hasText: group }).click();
  }

  const many = (n: number) => Array.from({ length: n }, (_, at) => `委員${String(at + 1).padStart(2, '0')}`);

  test('[C164] the roster has the rule’s sentence beside it on a wide page and below it on a narrow one', async () => {
    await setup('beside', many(21));
    const table = desk.locator('main table').first();
    const sentence = desk.locator('.sentence');
    await shows(sentence, /必要な賛成は11人/);
    const beside = async () => {
      const [left, right] = await Promise.all([table.boundingBox(), sentence.boundingBox()]);
      if (left === null || right === null) throw new Error('not on the page');
      return { right: right.x >= left.x + left.width, below: right.y >= left.y + left.height };
    };
    expect(await beside()).toEqual({ right: true, below: false });
    expect(await violations(desk)).toEqual([]);
    await desk.getByLabel('出席者の数で試す').fill('１９');
    await desk.getByLabel('出席者の数で試す').press('Tab');
    await shows(desk, /必要な賛成は10人/);
    await desk.getByLabel('会長の表決').selectOption({ label: '委員として表決し、同数なら裁決' });
    await shows(desk, /表決権者は?19人/);
    await desk.setViewportSize({ width: 900, height: 900 });
    expect(await beside()).toEqual({ right: false, below: true });
    await desk.setViewportSize(sizes.desk);
  });

  test('[C213] the roster says how each takes part, on what, and who votes; cards, seats and the desk’s press follow', async () => {
    await setup('attendance', many(5));
    await desk.locator('nav').getByRole('button', { name: '名簿' }).click();
    await desk.getByLabel('委員03の参加').selectOption({ label: 'オンライン' });
    await desk.getByLabel('委員04の参加').selectOption({ label: '欠席の連絡' });
    await desk.getByLabel('委員05の端末').selectOption({ label: 'なし（挙手）' });
    const cells = async (name: string) => {
      const at = await desk
        .getByRole('textbox', { name: '氏名' })
        .evaluateAll(
          (inputs, wanted) => inputs.findIndex((one) => (one as HTMLInputElement).value === wanted),
          name,
        );
      return desk.locator('main tbody tr').nth(at).locator('td').nth(6).innerText();
    };
    expect(await cells('委員01')).toBe('同数のとき');
    expect(await cells('委員02')).toBe('○');
    expect(await cells('委員04')).toBe('—');
    await desk.getByLabel('会長の表決').selectOption({ label: '委員として表決し、同数なら裁決' });
    expect(await cells('委員01')).toBe('○');
    await button(desk, '委員02の肩書と所属').click();
    await desk.getByRole('textbox', { name: '肩書' }).fill('学識経験者');
    await button(desk, '委員02の肩書と所属').click();
    await shows(desk, '学識経験者');
    expect(await violations(desk)).toEqual([]);
    await button(desk, '会議を作る').click();
    await desk.waitForURL(/\/cards/);
    await shows(desk, '端末のない人、欠席の連絡のある人（2人）の札は作りません');
    await button(desk, '全員の札を作る').click();
    await desk.locator('.sheet li').first().waitFor();
    const sheet = await desk.locator('.sheet').innerText();
    for (const name of ['委員01', '委員02', '委員03']) expect(sheet).toContain(name);
    for (const name of ['委員04', '委員05']) expect(sheet).not.toContain(name);
    await desk.getByRole('link', { name: '事務局の画面へ' }).click();
    await shows(desk.locator('[data-seat="m04"]'), '欠席の連絡');
    await desk.getByText('出席', { exact: true }).last().click();
    await desk.locator('[data-seat="m03"]').click();
    await shows(desk, 'オンライン 1');
    await desk.locator('[data-seat="m02"]').click();
    await shows(desk, '会場 1');
  });

  test('[C165] two rules that contradict each other are named, and no meeting is made until one is changed', async () => {
    await setup('contradiction', many(7));
    await button(desk, '決まり').click();
    await desk.getByLabel('会長の表決').selectOption({ label: '委員として表決し、同数なら裁決' });
    await openGroup('定足数と会長');
    await desk.getByLabel('可否同数のとき').selectOption({ label: '定めなし（否決になる）' });
    await shows(
      desk,
      '会長に裁決権を与える定めと、可否同数の定めを置かないこととが矛盾しています。どちらかを直してください。',
    );
    await button(desk, '会議を作る').click();
    await shows(desk, '決まりどうしが合っていません');
    expect(new URL(desk.url()).pathname).toBe('/setup/contradiction');
    await desk.getByLabel('可否同数のとき').selectOption({ label: '会長が決する（裁決）' });
    await desk.getByText('矛盾しています').waitFor({ state: 'detached' });
    await desk.locator('label', { hasText: '定数' }).getByRole('textbox').first().fill('5');
    await desk.keyboard.press('Tab');
    await shows(desk, '定数は5人ですが、名簿の委員は7人います。');
  });

  test('[C165] the further rules are changed there, and the meeting has them; a body of one is warned', async () => {
    await setup('further', ['委員01']);
    await button(desk, '決まり').click();
    await shows(desk, '委員が1人で、会長は同数のときだけ決するため、表決できる人がいません。');
    await desk.getByLabel('会長の表決').selectOption({ label: '委員として表決のみ' });
    await desk.getByText('表決できる人がいません').waitFor({ state: 'detached' });
    await openGroup('発言・動議・除斥');
    await desk.getByLabel('発言通告').selectOption({ label: '受け付け、一覧だけにする' });
    await openGroup('オンライン');
    await desk.getByLabel('オンラインを認める人').selectOption({ label: '委員の過半数の同意' });
    expect(await violations(desk)).toEqual([]);
    await button(desk, '会議を作る').click();
    await desk.waitForURL(/\/m\/[^/]+\/cards/);
    const id = /\/m\/([^/]+)\//.exec(desk.url())?.[1] ?? '';
    const { view } = await stage.hand(desk, id, 'desk');
    expect(view.rules).toMatchObject({
      chair: { vote: 'memberOnly' },
      floor: { notice: 'listOnly' },
      online: { allowedWhen: 'majorityConsent' },
    });
    // A draft that nobody has saved yet is not found; that is how its page learns of it.
    expect(stage.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });
});
