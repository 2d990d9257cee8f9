import { describe, expect, it } from 'vitest';
import { Played, opened } from '../support/given.ts';
import { planOf, startsAt } from '../support/plans.ts';

function onItem(wishes: Parameters<typeof opened>[0] = {}): Played {
  const meeting = opened(wishes, '1-5', '6');
  meeting.ok('m01', { do: 'startItem', item: 'i1' }, 60);
  return meeting;
}

describe('raising a hand', () => {
  it('[F8] keeps nobody in the queue twice', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' }, 70);
    const again = meeting.refused('desk', { do: 'raiseHand', who: 'm03' }, 75);
    expect(again).toMatchObject({
      code: 'floor/already-raised',
      ja: '委員03さんはすでに挙手しています。そのままお待ちください。',
    });
    meeting.ok('m03', { do: 'raiseHand', kind: 'pointOfOrder' }, 80);
    expect(meeting.state.floor.hands).toMatchObject([
      { who: 'm03', kind: 'pointOfOrder', raisedAt: startsAt + 80_000 },
    ]);
  });

  it('[F8] is taken back, once', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' });
    meeting.ok('desk', { do: 'lowerHand', who: 'm03' });
    expect(meeting.state.floor.hands).toEqual([]);
    expect(meeting.refused('m03', { do: 'lowerHand' }).code).toBe('floor/no-hand');
  });

  it('[F9] is for members and officials who are there', () => {
    const meeting = onItem();
    const codeFor = (who: string) => meeting.refused('desk', { do: 'raiseHand', who }).code;
    expect(codeFor('m07')).toBe('floor/not-present');
    expect(codeFor('o01')).toBe('floor/observer');
    expect(codeFor('s01')).toBe('floor/needs-no-hand');
    expect(codeFor('m01')).toBe('floor/needs-no-hand');
    expect(codeFor('m99')).toBe('attendance/unknown-person');
    expect(meeting.refused('desk', { do: 'raiseHand' }).code).toBe('floor/nobody-named');
    meeting.ok('desk', { do: 'raiseHand', who: 'k01' });
    meeting.ok('desk', { do: 'markAbsent', who: 'k02' });
    expect(codeFor('k02')).toBe('floor/not-present');
    expect(meeting.state.floor.hands).toMatchObject([{ who: 'k01', channel: 'inRoom' }]);
  });

  it('[F9] waits for the meeting to be open', () => {
    const early = new Played(planOf()).present('1-5');
    expect(early.refused('m03', { do: 'raiseHand' }).code).toBe('meeting/not-open');
    const written = new Played(planOf({ mode: 'written' }));
    expect(written.refused('m03', { do: 'raiseHand' }).code).toBe('meeting/is-written');
  });

  it('[F10] carries when it was seen only from whoever saw it, within the item and not ahead of the clock', () => {
    const meeting = onItem();
    const at = (seconds: number) => startsAt + seconds * 1000;
    const codeAt = (by: string, seconds: number) =>
      meeting.refused(by, { do: 'raiseHand', who: 'm03', observedAt: at(seconds) }, 100).code;
    expect(codeAt('m03', 90)).toBe('floor/observed-by-others');
    expect(codeAt('desk', 101)).toBe('floor/observed-in-future');
    expect(codeAt('desk', 59)).toBe('floor/observed-too-early');
    meeting.ok('desk', { do: 'raiseHand', who: 'm03', observedAt: at(60) });
  });

  it('[F11] takes only points of order while the list is closed', () => {
    const meeting = onItem();
    meeting.ok('m03', { do: 'raiseHand' });
    meeting.ok('m01', { do: 'closeList' });
    expect(meeting.ok('m01', { do: 'closeList' }).events).toEqual([]);
    expect(meeting.refused('m04', { do: 'raiseHand' }).code).toBe('floor/list-closed');
    expect(meeting.refused('m04', { do: 'raiseHand', kind: 'followUp' }).code).toBe('floor/list-closed');
    meeting.ok('m04', { do: 'raiseHand', kind: 'pointOfOrder' });
    meeting.ok('m01', { do: 'openList' });
    expect(meeting.ok('m01', { do: 'openList' }).events).toEqual([]);
    meeting.ok('m05', { do: 'raiseHand' });
    expect(meeting.state.floor.hands).toHaveLength(3);
  });

  it('[F15] ends with the number of turns the rules allow, unless the chair calls', () => {
    const meeting = onItem({ rules: { floor: { limit: { times: 1 } } } });
    meeting.ok('m03', { do: 'raiseHand' });
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 70);
    meeting.ok('m01', { do: 'recognize', who: 'm04' }, 80);
    expect(meeting.refused('m03', { do: 'raiseHand' }).code).toBe('floor/limit-reached');
    expect(meeting.refused('desk', { do: 'recognize', who: 'm03' }).code).toBe('floor/limit-reached');
    meeting.ok('m03', { do: 'raiseHand', kind: 'pointOfOrder' });
    meeting.ok('m03', { do: 'lowerHand' });
    meeting.ok('m01', { do: 'raiseHand', who: 'm03' });
    const called = meeting.ok('m01', { do: 'recognize', who: 'm03' }, 90);
    expect(called.events).toContainEqual(
      expect.objectContaining({ type: 'Recognized', who: 'm03', overLimit: true }),
    );
    meeting.ok('m01', { do: 'endItem', item: 'i1' });
    meeting.ok('m01', { do: 'startItem', item: 'i2' });
    meeting.ok('m03', { do: 'raiseHand' });
  });

  it('[F15] ends with the time the rules allow on an item; a follow-up does not count as a turn', () => {
    const meeting = onItem({ rules: { floor: { limit: { seconds: 120, times: 5 } } } });
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 100);
    meeting.ok('m01', { do: 'recognize', who: 'k01' }, 160);
    meeting.ok('m03', { do: 'raiseHand' });
    meeting.ok('m03', { do: 'lowerHand' });
    meeting.ok('desk', { do: 'speak', who: 'm03' }, 200);
    meeting.ok('m03', { do: 'yieldFloor' }, 260);
    expect(meeting.spoken('m03')).toEqual({ times: 1, ms: 120_000 });
    expect(meeting.refused('m03', { do: 'raiseHand' }).ja).toContain('120秒');
    meeting.ok('desk', { do: 'recognize', who: 'm03' }, 300);
    expect(meeting.spoken('m03').times).toBe(1);
  });
});
