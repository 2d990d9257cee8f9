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

interface Gathering {
  readonly hand: TestClient<'desk'>;
  readonly device: (who: string) => Promise<Page>;
}

/** A meeting before its opening, with these members in the room. */
async function gathering(rules: RulesInput, room: readonly string[]): Promise<Gathering> {
  const meeting = await stage.makeMeeting(desk, planOf({ profile: 'plain', rules }));
  await desk.goto(`/m/${meeting}/desk?s=${sessionOf(desk)}`);
  const hand = await stage.hand(desk, meeting, 'desk');
  for (const who of room) await hand.must({ do: 'checkIn', who, channel: 'inRoom' });
  return {
    hand,
    device: async (who) =>
      stage.device(
        `${who} ${meeting}`,
        await stage.makeLink(desk, meeting, { role: 'person', people: [who] }),
        who === 'm01' ? sizes.chair : sizes.member,
      ),
  };
}

describe('オンライン出席の願い出', () => {
  test('[C160] a member asks on the phone, the chair gives leave in one press, and the member joins', async () => {
    const { hand, device } = await gathering({}, ['m01', 'm02', 'm03', 'm04']);
    const [chair, phone] = await Promise.all([device('m01'), device('m06')]);
    await shows(phone, '会長の許可が必要です');
    await button(phone, 'オンライン出席を願い出る').click();
    await phone.getByRole('textbox', { name: '理由' }).fill('出張先にいるため');
    await button(phone, '願い出る').click();
    await shows(phone, '会長の返事を、お待ちください');
    await shows(chair, '委員06が、オンラインでの出席を願い出ています');
    await shows(chair, '出張先にいるため');
    await shows(desk, '委員06がオンライン出席を願い出ています');
    expect(await violations(phone)).toEqual([]);
    await button(chair, '認める').click();
    await shows(phone, '認められました');
    await button(phone, 'オンラインで出席する').click();
    await hand.until(() => hand.view.seats['m06']?.presence === 'present');
    expect(hand.view.seats['m06']).toMatchObject({ channel: 'online', permit: 'permitted' });
    await chair.getByText('を願い出ています').waitFor({ state: 'detached' });
  });

  test('[C160] the members are asked: a phone consents, the room does not object, and the member counts', async () => {
    const rules = { online: { allowedWhen: 'majorityConsent' as const } };
    const { hand, device } = await gathering(rules, ['m01', 'm02', 'm03']);
    const [chair, phone, other] = await Promise.all([device('m01'), device('m06'), device('m03')]);
    await hand.must({ do: 'askOnline', who: 'm06' });
    await hand.must({ do: 'checkIn', who: 'm06', channel: 'online' });
    await hand.must({ do: 'confirmIdentity', who: 'm06' });
    await shows(phone, '会長が委員に諮ります');
    await shows(desk, 'オンライン出席の同意がまだです（1人）');
    await button(other, '同意する').click();
    await shows(other, 'いま同意 1人／必要 4人');
    expect(await violations(other)).toEqual([]);
    await shows(chair, '委員06のオンライン出席に、委員の同意がまだありません');
    await button(chair, '諮る').click();
    const ask = chair.getByRole('dialog');
    await shows(ask, '委員06さんから、オンラインで出席したいとの申出がありました。');
    // Three are not enough for a decision without objection; a fourth comes.
    await shows(ask, '諮れる出席委員は3人です');
    expect(await button(ask, '異議なし').isDisabled()).toBe(true);
    await ask.getByRole('textbox', { name: '同意の人数', exact: true }).fill('３');
    await shows(ask, 'あと1人の同意が要ります');
    expect(await violations(chair)).toEqual([]);
    await hand.must({ do: 'checkIn', who: 'm04', channel: 'inRoom' });
    expect(hand.view.quorum.present).toBeLessThan(5);
    await button(ask, '異議なし').click();
    await hand.until(() => hand.view.quorum.present === 5);
    await shows(phone, '認められました');
    await desk.locator('.pane', { hasText: 'オンライン出席の同意がまだです' }).waitFor({ state: 'detached' });
    expect(hand.view.permits).toBeNull();
    expect(stage.faults).toEqual([]);
  });
});
