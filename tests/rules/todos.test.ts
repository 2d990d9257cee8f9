import { describe, expect, it } from 'vitest';
import type { TodoLine } from '../../shared/views/types/todoLine.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened } from '../support/given.ts';
import type { Played } from '../support/given.ts';
import { startsAt } from '../support/plans.ts';
import { close, hands, voting } from '../support/voting.ts';

function todos(meeting: Played, around = ambientOf()): readonly TodoLine[] {
  return viewFor('desk', meeting.state, around).todos;
}

function found(meeting: Played, id: string, around = ambientOf()): TodoLine | undefined {
  return todos(meeting, around).find((line) => line.id === id);
}

describe('要対応', () => {
  it('[N33] is empty while nothing needs a person', () => {
    expect(todos(opened())).toEqual([]);
  });

  it('[N33] tells a lost link with its grace and what follows from it', () => {
    const meeting = opened({}, '1-3', '4');
    meeting.ok('system', { do: 'loseConnection', who: 'm04' });
    expect(found(meeting, 'grace:m04')).toMatchObject({
      level: 'warn',
      title: { ja: '委員04の接続が切れています' },
      detail: { ja: '戻らなければ、切れた時刻で退席の扱いです。そのときは定足数を欠きます。' },
      since: meeting.state.at,
      until: meeting.state.at + 60_000,
    });
    meeting.passTo(meeting.clock + 61);
    expect(found(meeting, 'grace:m04')).toBeUndefined();
    expect(found(meeting, 'quorum')).toMatchObject({ level: 'warn', title: { ja: '定足数を欠いています' } });
  });

  it('[N33] says when nobody may go any more', () => {
    const meeting = opened({}, '1-4');
    expect(found(meeting, 'quorum')).toMatchObject({ level: 'info', title: { ja: '定足数ちょうどです' } });
  });

  it('[N33] has the button that identifies somebody online', () => {
    const meeting = opened({}, '1-5');
    meeting.ok('desk', { do: 'checkIn', who: 'm06', channel: 'online' });
    const line = found(meeting, 'identity:m06');
    expect(line?.action?.command).toEqual({ do: 'confirmIdentity', who: 'm06' });
    meeting.ok('desk', line?.action?.command ?? { do: 'openList' });
    expect(found(meeting, 'identity:m06')).toBeUndefined();
  });

  it('[N33] finds a count that does not add up, and after the close who is unaccounted for', () => {
    const meeting = voting({}, '1-5', '6-7');
    expect(todos(meeting)).toEqual([]);
    meeting.ok('desk', hands(2, 1));
    expect(found(meeting, 'short:inRoom')?.title.ja).toBe('会場の挙手が1人足りません');
    meeting.ok('m06', { do: 'castVote', item: 'i1', choice: 'yes' });
    meeting.ok('m01', close);
    expect(found(meeting, 'unaccounted')).toMatchObject({
      title: { ja: '未確認が2人います' },
      detail: { ja: '委員07。退席、棄権などを記録すると、宣告できます。' },
    });
    meeting.ok('desk', { do: 'resolve', item: 'i1', as: 'abstain', count: 1 });
    meeting.ok('desk', { do: 'resolve', item: 'i1', who: 'm07', as: 'abstain' });
    expect(found(meeting, 'unaccounted')).toBeUndefined();
  });

  it('[N33] gives what falls due by the clock beforehand, with the time from which it counts', () => {
    const meeting = opened({ agenda: [{ id: 'i1', title: '諮問', kind: 'consultation', minutes: 15 }] });
    meeting.ok('m01', { do: 'startItem', item: 'i1' }, 600);
    expect(found(meeting, 'over:i1')).toMatchObject({ level: 'info', since: startsAt + 25 * 60_000 });
  });

  it('[N33] watches the chair’s tablet and the room screen', () => {
    const meeting = opened();
    const away = ambientOf({ chairConnected: false, screensConnected: 0 });
    expect(todos(meeting, away).map(({ id, level }) => [id, level])).toEqual([
      ['chair', 'warn'],
      ['screen', 'info'],
    ]);
  });
});
