import { describe, expect, it } from 'vitest';
import { Played, ofType, opened, typesOf } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

describe('the agenda', () => {
  it('[G1] takes one item at a time', () => {
    const meeting = opened();
    expect(new Played(planOf()).refused('desk', { do: 'startItem', item: 'i1' }).code).toBe(
      'meeting/not-open',
    );
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    const running = meeting.refused('m01', { do: 'startItem', item: 'i2' });
    expect(running.code).toBe('agenda/item-running');
    expect(running.ja).toBe('「第一の諮問」を審議中です。先にその議題を終えてください。');
    expect(meeting.refused('m01', { do: 'endItem', item: 'i2' }).code).toBe('agenda/not-current');
    expect(meeting.refused('m01', { do: 'startItem', item: 'nothing' }).code).toBe('agenda/unknown-item');
    expect(meeting.refused('m01', { do: 'endItem', item: 'toString' }).code).toBe('agenda/unknown-item');
  });

  it('[G2] begins an item with a new turn of whoever presides and an empty, open queue', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m01', { do: 'closeList' });
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 10);
    meeting.ok('m04', { do: 'raiseHand', kind: 'pointOfOrder' }, 12);
    const ended = meeting.ok('m01', { do: 'endItem', item: 'i1' }, 20);
    expect(ended.events).toEqual([
      { type: 'HandLowered', who: 'm04', cause: 'itemEnded' },
      { type: 'ItemEnded', item: 'i1' },
    ]);
    meeting.ok('m05', { do: 'raiseHand', kind: 'pointOfOrder' }, 21);
    meeting.ok('m01', { do: 'speak', who: 'm01' }, 22);
    const started = meeting.ok('m01', { do: 'startItem', item: 'i2' }, 23);
    expect(typesOf(started.events)).toEqual(['HandLowered', 'ItemStarted', 'TurnBegan']);
    expect(meeting.state.floor).toMatchObject({
      listOpen: true,
      hands: [],
      lastMember: null,
    });
    expect(meeting.spoken('m01')).toEqual({ times: 0, ms: 0 });
    expect(meeting.today('m03')).toEqual({ times: 1, ms: 10_000 });
  });

  it('[G3] adds up the spells of an item that is taken up again', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' }, 0);
    meeting.ok('m01', { do: 'endItem', item: 'i1' }, 60);
    meeting.ok('m01', { do: 'startItem', item: 'i1' }, 100);
    meeting.ok('m01', { do: 'endItem', item: 'i1' }, 130);
    const progress = meeting.state.agenda.progress['i1'];
    expect(progress).toMatchObject({ status: 'ended', spent: 90_000, runningSince: null });
    expect((progress?.endedAt ?? 0) - (progress?.startedAt ?? 0)).toBe(130_000);
  });

  it('[G4] lets the first of the items taken together stand for all', () => {
    const meeting = opened();
    const joined = meeting.ok('m01', { do: 'joinItems', items: ['i1', 'i2'], title: '諮問二件' });
    expect(joined.events).toEqual([{ type: 'ItemsJoined', items: ['i1', 'i2'], title: '諮問二件' }]);
    expect(meeting.state.agenda.items['i1']).toMatchObject({
      title: '諮問二件',
      joint: ['第一の諮問', '第二の諮問'],
    });
    expect(meeting.refused('m01', { do: 'startItem', item: 'i2' }).code).toBe('agenda/joined');
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(meeting.refused('m01', { do: 'joinItems', items: ['i1', 'i2'] }).code).toBe('agenda/not-planned');
    expect(meeting.refused('m01', { do: 'joinItems', items: ['i1', 'i1'] }).code).toBe('agenda/joined-twice');
    expect(meeting.refused('m01', { do: 'joinItems', items: ['i1', 'i7'] }).code).toBe('agenda/unknown-item');
    meeting.ok('k02', { do: 'explain', item: 'i2' });
  });

  it('[G5] takes items that come up during the meeting, where they belong', () => {
    const meeting = opened();
    const item = { id: 'i3', title: '緊急の報告', kind: 'report' } as const;
    meeting.ok('m01', { do: 'addItem', item, after: 'i1' });
    meeting.ok('desk', { do: 'addItem', item: { ...item, id: 'i4' } });
    expect(meeting.state.agenda.order).toEqual(['i1', 'i3', 'i2', 'i4']);
    meeting.ok('m01', { do: 'startItem', item: 'i3' });
    expect(meeting.refused('m01', { do: 'addItem', item }).code).toBe('agenda/bad-item');
    expect(meeting.refused('m01', { do: 'addItem', item: { ...item, id: 'i5', official: 'k9' } }).ja).toBe(
      '説明者「k9」が名簿にありません。',
    );
    expect(meeting.refused('m01', { do: 'addItem', item: { ...item, id: 'i5', parent: 'sec' } }).code).toBe(
      'agenda/bad-item',
    );
    expect(meeting.refused('m01', { do: 'addItem', item: { ...item, id: 'i5' }, after: 'x' }).code).toBe(
      'agenda/unknown-item',
    );
  });

  it('[G1] has an item end only while it is on the table', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('k01', { do: 'explain', item: 'i1' }, 5);
    const ended = meeting.ok('m01', { do: 'endItem', item: 'i1' }, 35);
    expect(ofType(ended.events, 'ExplanationEnded')).toMatchObject([{ ms: 30_000 }]);
    expect(meeting.refused('m01', { do: 'endItem', item: 'i1' }).code).toBe('agenda/not-current');
  });
});
