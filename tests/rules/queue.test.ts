import { describe, expect, it } from 'vitest';
import { orderQueue } from '../../shared/features/floor/orderQueue.ts';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';
import { startsAt } from '../support/plans.ts';

const order = (meeting: Played) => orderQueue(meeting.state).lines.map((line) => line.hand.who);

/** m01 to m05 in the room, m06 and m07 online, on item i1. */
function onItem(floor: RulesInput['floor'] = {}): Played {
  const meeting = opened({ rules: { floor } }, '1-5', '6-7');
  meeting.ok('m01', { do: 'startItem', item: 'i1' });
  return meeting;
}

const seen = (seconds: number) => startsAt + seconds * 1000;

describe('the queue', () => {
  it('[F3] stands in the order in which the server heard the hands', () => {
    const meeting = onItem();
    meeting.ok('m06', { do: 'raiseHand' }, 10);
    meeting.ok('m03', { do: 'raiseHand' }, 12);
    meeting.ok('desk', { do: 'raiseHand', who: 'm04' }, 14);
    expect(order(meeting)).toEqual(['m06', 'm03', 'm04']);
    expect(meeting.state.floor.hands).toMatchObject([
      { source: 'self', channel: 'online' },
      { source: 'self', channel: 'inRoom' },
      { source: 'desk', channel: 'inRoom', raisedAt: seen(14) },
    ]);
  });

  it('[F3] places a hand entered for somebody by when it was seen', () => {
    const meeting = onItem();
    meeting.ok('m06', { do: 'raiseHand' }, 20);
    meeting.ok('desk', { do: 'raiseHand', who: 'm04', observedAt: seen(5) }, 22);
    meeting.ok('m01', { do: 'raiseHand', who: 'm05', observedAt: seen(12) }, 25);
    expect(order(meeting)).toEqual(['m04', 'm05', 'm06']);
    expect(orderQueue(meeting.state).lines.map((line) => line.why)).toEqual([
      {
        ja: '挙手 14:00:05、受付 14:00:22 会場（事務局入力）',
        en: 'raised 14:00:05, received 14:00:22 in the room (entered by the secretariat)',
      },
      {
        ja: '挙手 14:00:12、受付 14:00:25 会場（議長入力）',
        en: 'raised 14:00:12, received 14:00:25 in the room (entered by the chair)',
      },
      { ja: '受付 14:00:20 オンライン', en: 'received 14:00:20 online' },
    ]);
  });

  it('[F4] calls hands within the tie window of the first raised at once: the log decides', () => {
    const meeting = onItem({ tieWindowSeconds: 2 });
    meeting.ok('m06', { do: 'raiseHand' }, 20);
    meeting.ok('desk', { do: 'raiseHand', who: 'm04', observedAt: seen(19) }, 22);
    meeting.ok('m05', { do: 'raiseHand' }, 22.5);
    const queue = orderQueue(meeting.state);
    expect(order(meeting)).toEqual(['m06', 'm04', 'm05']);
    // The window counts from 19 s: 22.5 s is outside it, though near to 20 s.
    expect(queue.lines.map((line) => line.tie)).toEqual([1, 1, null]);
    expect(queue.ties).toEqual([
      {
        tie: 1,
        note: {
          ja: '同時の挙手です。受付の早い順です。',
          en: 'Raised at once: in the order received.',
        },
      },
    ]);
  });

  it('[F5] takes room and online in turn among hands raised at once, where the rules say so', () => {
    const meeting = onItem({ order: 'alternate' });
    meeting.ok('m05', { do: 'raiseHand' }, 10);
    meeting.ok('m03', { do: 'raiseHand' }, 20);
    meeting.ok('m04', { do: 'raiseHand' }, 20);
    meeting.ok('m06', { do: 'raiseHand' }, 20);
    expect(order(meeting)).toEqual(['m05', 'm06', 'm03', 'm04']);
    expect(orderQueue(meeting.state).ties).toMatchObject([
      { note: { ja: '前の人が会場なので、オンラインが先です。' } },
    ]);
    // At the head of the queue it is the last speaker who counts.
    meeting.ok('m01', { do: 'recognize', who: 'm05' }, 30);
    expect(order(meeting)).toEqual(['m06', 'm03', 'm04']);
    meeting.ok('m01', { do: 'recognize', who: 'm06' }, 40);
    meeting.ok('m07', { do: 'raiseHand' }, 41);
    meeting.ok('m05', { do: 'raiseHand' }, 41);
    expect(order(meeting)).toEqual(['m03', 'm04', 'm07', 'm05']);
  });

  it('[F5] begins with whom the server heard first where nobody has spoken', () => {
    const meeting = onItem({ order: 'alternate' });
    meeting.ok('m06', { do: 'raiseHand' }, 20);
    meeting.ok('m07', { do: 'raiseHand' }, 20);
    meeting.ok('m03', { do: 'raiseHand' }, 20);
    expect(order(meeting)).toEqual(['m06', 'm03', 'm07']);
    expect(orderQueue(meeting.state).ties[0]?.note.ja).toBe(
      '同時の挙手です。受付の早い人から、会場とオンラインを交互にします。',
    );
  });

  it('[F5] lets those who have not spoken on the item go first, where the rules say so', () => {
    const meeting = onItem({ order: 'firstTimeFirst' });
    meeting.ok('m03', { do: 'raiseHand' }, 10);
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 11);
    meeting.ok('m01', { do: 'recognize', who: 'm05' }, 20);
    meeting.ok('m03', { do: 'raiseHand' }, 30);
    meeting.ok('m04', { do: 'raiseHand' }, 40);
    expect(order(meeting)).toEqual(['m04', 'm03']);
    const [first, second] = orderQueue(meeting.state).lines;
    expect(first).toMatchObject({ times: 0, why: { ja: '初めての人が先・受付 14:00:40 会場' } });
    expect(second).toMatchObject({ times: 1, why: { ja: '受付 14:00:30 会場' } });
  });

  it('[F5] leaves hands raised at once to the chair, where the rules say so', () => {
    const meeting = onItem({ order: 'chair' });
    meeting.ok('m03', { do: 'raiseHand' }, 10);
    meeting.ok('m06', { do: 'raiseHand' }, 10);
    expect(orderQueue(meeting.state).ties[0]?.note.ja).toBe('同時の挙手です。議長がお決めください。');
  });

  it('[F6] puts points of order first and follow-ups second, each in their own order', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' }, 10);
    meeting.ok('m04', { do: 'raiseHand', kind: 'followUp' }, 20);
    meeting.ok('m06', { do: 'raiseHand', kind: 'pointOfOrder' }, 30);
    meeting.ok('m05', { do: 'raiseHand', kind: 'pointOfOrder' }, 40);
    expect(order(meeting)).toEqual(['m06', 'm05', 'm04', 'm03']);
    expect(orderQueue(meeting.state).lines.map((line) => line.why.ja)).toEqual([
      '議事進行が先・受付 14:00:30 オンライン',
      '議事進行が先・受付 14:00:40 会場',
      '関連が先・受付 14:00:20 会場',
      '受付 14:00:10 会場',
    ]);
  });

  it('[F7] follows the chair’s overruling, with its reason', () => {
    const meeting = onItem();
    for (const [index, who] of ['m03', 'm04', 'm05', 'm06'].entries())
      meeting.ok(who, { do: 'raiseHand' }, 10 * (index + 1));
    meeting.ok('m01', { do: 'reorderHand', who: 'm06', before: 'm04', why: '関連があるため' });
    expect(order(meeting)).toEqual(['m03', 'm06', 'm04', 'm05']);
    expect(orderQueue(meeting.state).lines[1]?.why.ja).toBe(
      '議長の指示（関連があるため）・受付 14:00:40 オンライン',
    );
    // Nobody's place changes when the hand before which somebody was put goes down.
    meeting.ok('m04', { do: 'lowerHand' });
    expect(order(meeting)).toEqual(['m03', 'm06', 'm05']);
  });

  it('[F7] puts a hand to the end of those standing there, not behind whoever comes later', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' }, 10);
    meeting.ok('m04', { do: 'raiseHand' }, 20);
    meeting.ok('m01', { do: 'reorderHand', who: 'm03', before: null, why: '本人の希望' }, 25);
    meeting.ok('m05', { do: 'raiseHand' }, 30);
    expect(order(meeting)).toEqual(['m04', 'm03', 'm05']);
    meeting.ok('m03', { do: 'lowerHand' });
    meeting.ok('m03', { do: 'raiseHand' }, 40);
    expect(order(meeting)).toEqual(['m04', 'm05', 'm03']);
  });

  it('[F7] is refused for hands that are not up', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' });
    const reorder = (who: string, before: string) =>
      meeting.refused('m01', { do: 'reorderHand', who, before, why: '順番' }).code;
    expect(reorder('m04', 'm03')).toBe('floor/no-hand');
    expect(reorder('m03', 'm04')).toBe('floor/no-hand');
    expect(reorder('m03', 'm03')).toBe('floor/reorder-before-itself');
  });
});
