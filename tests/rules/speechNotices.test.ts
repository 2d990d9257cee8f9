import { describe, expect, it } from 'vitest';
import { orderQueue } from '../../shared/features/floor/orderQueue.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { ofType, opened, Played } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

const first = { floor: { notice: 'queueFirst' } } as const;
const notice = (item: string, more: { who?: string; text?: string } = {}) =>
  ({ do: 'giveNotice', item, ...more }) as const;
const queue = (meeting: Played) => orderQueue(meeting.state).lines.map((line) => line.hand.who);

describe('発言通告', () => {
  it('[F19] is given before the meeting and in it, by a member or for one, until the item begins', () => {
    const meeting = new Played(planOf({ rules: first }));
    const given = meeting.ok('m05', notice('i1', { text: '費用について' }), 10);
    expect(given.events).toEqual([{ type: 'NoticeGiven', who: 'm05', item: 'i1', text: '費用について' }]);
    meeting.ok('desk', notice('i1', { who: 'm03' }), 20);
    meeting.present('1-7').ok('m01', { do: 'openMeeting' });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(meeting.refused('m04', notice('i1')).code).toBe('floor/notice-too-late');
    meeting.ok('m04', notice('i2'));
    expect(meeting.refused('m04', notice('i2', { who: 'm06' })).code).toBe('permission/only-yourself');
    expect(meeting.refused('desk', notice('i2', { who: 'k01' })).code).toBe('floor/notice-not-member');
    expect(meeting.refused('desk', notice('i2')).code).toBe('floor/nobody-named');
    expect(meeting.refused('desk', notice('i9', { who: 'm06' })).code).toBe('agenda/unknown-item');
    meeting.ok('m04', { do: 'withdrawNotice', item: 'i2' });
    expect(meeting.refused('m04', { do: 'withdrawNotice', item: 'i2' }).code).toBe('floor/no-notice');
  });

  it('[F19] is not taken where the rules say nothing of it, in writing, or on a heading', () => {
    expect(opened().refused('m05', notice('i1')).code).toBe('floor/no-notices');
    const written = new Played(planOf({ mode: 'written', rules: first }));
    expect(written.refused('m05', notice('i1')).code).toBe('meeting/is-written');
    const agenda = [{ id: 'h', title: '諮問事項', kind: 'section' as const }];
    const headed = new Played(planOf({ rules: first, agenda }));
    expect(headed.refused('m05', notice('h')).code).toBe('floor/notice-on-heading');
  });

  it('[F20] keeps its place under other words, and is seen by the chair, the desk and whoever gave it', () => {
    const meeting = new Played(planOf({ rules: first }));
    meeting.ok('m05', notice('i1', { text: '費用' }), 10);
    meeting.ok('m03', notice('i1'), 20);
    meeting.ok('m05', notice('i1', { text: '費用と期間' }), 30);
    expect(meeting.ok('m05', notice('i1', { text: '費用と期間' }), 40).events).toEqual([]);
    const lines = [
      { who: 'm05', item: 'i1', text: '費用と期間' },
      { who: 'm03', item: 'i1', text: null },
    ];
    expect(viewFor('chair', meeting.state, ambientOf()).notices).toMatchObject(lines);
    expect(viewFor('desk', meeting.state, ambientOf()).notices).toMatchObject(lines);
    for (const audience of ['member', 'observer', 'screen'] as const)
      expect(JSON.stringify(viewFor(audience, meeting.state, ambientOf()))).not.toContain('費用');
    expect(meFor(meeting.state, 'm05', ambientOf())?.notices).toMatchObject([
      { item: 'i1', text: '費用と期間' },
    ]);
    expect(meFor(meeting.state, 'm04', ambientOf())?.notices).toEqual([]);
  });

  it('[F21] puts hands up in its order when the item begins, before those raised then', () => {
    const meeting = new Played(planOf({ rules: first })).present('1-6');
    meeting.ok('m05', notice('i1'), 10);
    meeting.ok('m03', notice('i1'), 20);
    for (const who of ['m07', 'm01', 'm06']) meeting.ok('desk', notice('i1', { who }), 30);
    meeting.ok('desk', { do: 'recuse', who: 'm06', item: 'i1' });
    meeting.ok('m01', { do: 'openMeeting' });
    const began = meeting.ok('m01', { do: 'startItem', item: 'i1' }, 60);
    // m07 is not there, m01 presides, m06 is excluded.
    expect(ofType(began.events, 'HandRaised')).toMatchObject([
      { who: 'm05', source: 'notice', kind: 'speak' },
      { who: 'm03', source: 'notice' },
    ]);
    meeting.ok('m04', { do: 'raiseHand' }, 61);
    meeting.ok('m02', { do: 'raiseHand', kind: 'pointOfOrder' }, 62);
    expect(queue(meeting)).toEqual(['m02', 'm05', 'm03', 'm04']);
    expect(orderQueue(meeting.state).lines[1]?.why.ja).toBe('発言通告 11月22日 14:00 会場');
    meeting.ok('m01', { do: 'recognize', who: 'm05' }, 70);
    expect(queue(meeting)).toEqual(['m02', 'm03', 'm04']);
    meeting.ok('m03', { do: 'lowerHand' }, 71);
    expect(queue(meeting)).toEqual(['m02', 'm04']);
  });

  it('[F21] holds against every other policy, and goes with an item into the one it is joined into', () => {
    for (const order of ['fifo', 'firstTimeFirst', 'alternate', 'chair'] as const) {
      const meeting = new Played(planOf({ rules: { floor: { notice: 'queueFirst', order } } }));
      meeting.ok('m05', notice('i2'), 10);
      meeting.ok('m05', notice('i1'), 11);
      meeting.ok('m03', notice('i1'), 12);
      meeting.present('1-6', '7').ok('m01', { do: 'openMeeting' });
      meeting.ok('m01', { do: 'joinItems', items: ['i1', 'i2'] });
      meeting.ok('m01', { do: 'startItem', item: 'i1' }, 60);
      meeting.ok('m07', { do: 'raiseHand' }, 60);
      expect(queue(meeting), order).toEqual(['m05', 'm03', 'm07']);
      expect(orderQueue(meeting.state).ties, order).toEqual([]);
    }
  });

  it('[F21] raises nobody a second time when the item is taken up again, and nobody where it is only listed', () => {
    const meeting = new Played(planOf({ rules: first })).present('1-7');
    meeting.ok('m05', notice('i1'));
    meeting.ok('m01', { do: 'openMeeting' });
    meeting.all('m01', { do: 'startItem', item: 'i1' }, { do: 'endItem', item: 'i1' });
    expect(ofType(meeting.ok('m01', { do: 'startItem', item: 'i1' }).events, 'HandRaised')).toEqual([]);
    const listed = new Played(planOf({ rules: { floor: { notice: 'listOnly' } } })).present('1-7');
    listed.ok('m05', notice('i1'));
    listed.all('m01', { do: 'openMeeting' }, { do: 'startItem', item: 'i1' });
    expect(listed.state.floor.hands).toEqual([]);
    expect(viewFor('chair', listed.state, ambientOf()).notices).toHaveLength(1);
  });
});
