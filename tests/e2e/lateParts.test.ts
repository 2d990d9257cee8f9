import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { planOf } from '../support/plans.ts';
import { button, shows, sizes, Stage } from '../support/stage.ts';
import type { TestClient } from '../support/testClient.ts';

/* What a phone fetches once its page stands: on a line that is lost, slow, or gone just then. */

let stage: Stage;
let desk: Page;
let meeting: string;
let hand: TestClient<'desk'>;

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

/** Files of a phone's later parts that do not come, or that wait on the way, until it is opened. */
class Gate {
  readonly #files: RegExp;
  readonly #waits: boolean;
  #let: (() => void)[] = [];
  #open = false;
  #reached: (address: string) => void = () => undefined;
  /** The address of the first file that was asked for, once it was. */
  readonly asked = new Promise<string>((reached) => (this.#reached = reached));

  constructor(files: RegExp, { waits = false } = {}) {
    this.#files = files;
    this.#waits = waits;
  }

  readonly stand = async (page: Page): Promise<void> => {
    await page.route(this.#files, async (route) => {
      this.#reached(route.request().url());
      if (!this.#open && !this.#waits) return route.abort('connectionrefused');
      if (!this.#open) await new Promise<void>((go) => this.#let.push(go));
      return route.continue();
    });
  };

  open(): void {
    this.#open = true;
    for (const go of this.#let) go();
  }
}

async function gather(rules: RulesInput, room: readonly string[], chair = true): Promise<void> {
  meeting = await stage.makeMeeting(desk, planOf({ profile: 'plain', rules, chair }));
  hand = await stage.hand(desk, meeting, 'desk');
  for (const who of room) await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
}

async function phone(who: string, gate: Gate, size: { width: number; height: number } = sizes.member) {
  const link = await stage.makeLink(desk, meeting, { role: 'person', people: [who] });
  return stage.device(`${who} ${meeting}`, link, size, gate.stand);
}

const room = ['m01', 'm02', 'm03', 'm04', 'm05'];
const missing = 'この部分は、まだ届いていません';

describe('parts that come later', () => {
  test('[C190] are at hand without a line, once the page has stood for a moment', async () => {
    await gather({}, room);
    await hand.must({ do: 'openMeeting' });
    await hand.must({ do: 'startItem', item: 'i1' });
    const names = ['TabPanel', 'ElectionPanel', 'askedParts'];
    const come: Promise<unknown>[] = [];
    const link = await stage.makeLink(desk, meeting, { role: 'person', people: ['m03'] });
    const page = await stage.device('m03', link, sizes.member, async (device) => {
      for (const name of names) {
        const file = new RegExp(`/${name}-[^/]*\\.js$`);
        come.push(device.waitForResponse(file).then(async (response) => response.finished()));
      }
      return Promise.resolve();
    });
    await button(page, '挙手する').waitFor();
    await Promise.all(come);
    await stage.server.kill();
    await shows(page, '再接続しています…');
    await button(page, '次第・資料').click();
    await page.getByRole('heading', { name: '次第・資料' }).waitFor();
    await shows(page, '第二の諮問');
    await stage.server.startAgain();
    await button(page, '会議へ戻る').click();
    await button(page, '挙手する').waitFor();
    expect(stage.faults).toEqual([]);
  });

  test('[C191] say that they did not come, and come with the line, sheet and all', async () => {
    await gather({}, room);
    const gate = new Gate(/\/askedParts-[^/]*\.(js|css)$/);
    const page = await phone('m06', gate);
    await shows(page, missing);
    await button(page, 'もう一度読み込む').waitFor();
    await stage.server.kill();
    await shows(page, '再接続しています…');
    expect(await button(page, 'もう一度読み込む').count()).toBe(0);
    gate.open();
    await stage.server.startAgain();
    await shows(page, '会長の許可が必要です');
    const part = page.getByRole('region', { name: 'オンライン出席' });
    expect(await part.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
    await button(part, 'オンライン出席を願い出る').click();
    await button(part, '願い出る').click();
    await shows(part, '会長の返事を、お待ちください');
    expect(await page.getByText(missing).count()).toBe(0);
    expect(stage.faults).toEqual([]);
  });

  test('[C191] an election that begins while its part cannot come waits for it with the page, and is voted in', async () => {
    await gather({ election: { method: 'plurality' } }, room, false);
    await hand.must({ do: 'preside', who: 'm01' });
    await hand.must({ do: 'openMeeting' });
    await hand.must({ do: 'startItem', item: 'i1' });
    const gate = new Gate(/\/ElectionPanel-[^/]*\.js$/);
    const page = await phone('m03', gate);
    await button(page, '挙手する').waitFor();
    await hand.must({ do: 'openElection', office: 'chair', method: 'plurality', item: 'i1' });
    await shows(page, missing);
    await button(page, '次第・資料').click();
    await shows(page, '第二の諮問');
    await button(page, '会議へ戻る').click();
    gate.open();
    await button(page, '委員05さん').click();
    await button(page, '委員05さんに投票する').click();
    await shows(page, '投票を受け付けました');
    expect(stage.faults).toEqual([]);
  });
});

describe('a press while parts are on their way', () => {
  test('[C192] a vote that opens before anything else has come is answered at once', async () => {
    await gather({}, room);
    await hand.must({ do: 'openMeeting' });
    await hand.must({ do: 'startItem', item: 'i1' });
    const gate = new Gate(/\/(TabPanel|ElectionPanel|askedParts|later)-[^/]*\.(js|css)$/, { waits: true });
    const page = await phone('m03', gate);
    await button(page, '挙手する').waitFor();
    await gate.asked;
    await hand.must({ do: 'openVote', item: 'i1', method: 'electronic' });
    await button(page, '賛成').click();
    await button(page, '賛成で送る').click();
    await shows(page, '賛成で受け付けました');
    await button(page, '会議録').click();
    await shows(page, '読み込んでいます…');
    gate.open();
    await button(page, '次第・資料').click();
    await shows(page, '第二の諮問');
    expect(stage.faults).toEqual([]);
  });

  test('[C192] what arrives under a finger waits until the press is done', async () => {
    await gather({ online: { allowedWhen: 'majorityConsent' } }, room);
    await hand.must({ do: 'openMeeting' });
    await hand.must({ do: 'startItem', item: 'i1' });
    await hand.must({ do: 'askOnline', who: 'm06' });
    await hand.must({ do: 'checkIn', who: 'm06', channel: 'online' });
    const gate = new Gate(/\/askedParts-[^/]*\.js$/, { waits: true });
    // So low that the buttons stand below the rest and would move with it.
    const page = await phone('m03', gate, { width: 740, height: 360 });
    await shows(page, '読み込んでいます…');
    const raise = button(page, '挙手する');
    await raise.scrollIntoViewIfNeeded();
    const at = await raise.boundingBox();
    if (at === null) throw new Error('挙手する is not to be seen');
    await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
    await page.mouse.down();
    gate.open();
    // The script has come and run, and the page had its time to draw.
    await page.evaluate(`import('${await gate.asked}')`);
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    expect(await page.getByText('同意を求めています').count()).toBe(0);
    expect(await raise.boundingBox()).toEqual(at);
    await page.mouse.up();
    await shows(page, '次に呼ばれます');
    await shows(page, '同意を求めています');
    expect(stage.faults).toEqual([]);
  });
});
