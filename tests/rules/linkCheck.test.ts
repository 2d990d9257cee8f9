import { describe, expect, it } from 'vitest';
import { quorumNow, takesPart } from '../../shared/features/attendance/standing.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { attendanceTable } from '../../shared/minutes/tables.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { opened, Played, typesOf } from '../support/given.ts';
import { planOf } from '../support/plans.ts';
import { hands, lastVote, voting } from '../support/voting.ts';

const tried = (who: string, video: boolean, audio: boolean) =>
  ({ do: 'checkLink', who, video, audio }) as const;

describe('接続確認', () => {
  it('[A14] records how each online member came through, with its time, as often as it is tried', () => {
    const meeting = new Played(planOf()).present('1-5', '6-7');
    const first = meeting.ok('desk', tried('m06', true, true), 300);
    expect(first.events).toMatchObject([{ type: 'LinkChecked', who: 'm06', video: true, audio: true }]);
    meeting.ok('desk', tried('m06', false, true), 600);
    expect(meeting.seat('m06').link).toMatchObject({ video: false, audio: true });
    expect(meeting.log.filter(({ type }) => type === 'LinkChecked')).toHaveLength(2);
    const { model, state } = minutesOf(meeting.log);
    const { columns, rows } = attendanceTable({ state, blocks: model.blocks, profile: profileById('plain') });
    const cells = columns.flatMap((name, at) => (/接続|映像/.test(name) ? [at] : []));
    expect(rows.slice(4, 7).map((row) => cells.map((at) => row[at]))).toEqual([
      [null, null],
      ['14:10:00', '音声のみ'],
      [null, null],
    ]);
  });

  it('[A14] is for those online, and nobody’s but the desk’s and the chair’s', () => {
    const meeting = new Played(planOf()).present('1-5', '6');
    expect(meeting.refused('desk', tried('m05', true, true)).code).toBe('attendance/not-online');
    expect(meeting.refused('desk', tried('m07', true, true)).code).toBe('attendance/not-present');
    expect(meeting.refused('desk', tried('x', true, true)).code).toBe('attendance/unknown-person');
    expect(meeting.refused('m06', tried('m06', true, true)).code).toBe('permission/chair-or-desk');
    meeting.ok('m01', tried('m06', true, true));
  });

  it('[A15] audio alone is attendance only where the rules say so; no audio never is', () => {
    const strict = opened({}, '1-5', '6-7');
    strict.ok('desk', tried('m06', false, true));
    expect(strict.seat('m06').presence).toBe('present');
    expect(takesPart(strict.state, 'm06')).toBe(false);
    expect(quorumNow(strict.state).present).toBe(6);
    const lax = opened({ rules: { online: { media: 'audioSuffices' } } }, '1-5', '6-7');
    lax.ok('desk', tried('m06', false, true));
    expect(takesPart(lax.state, 'm06')).toBe(true);
    lax.ok('desk', tried('m06', true, false));
    expect(takesPart(lax.state, 'm06')).toBe(false);
    lax.ok('desk', tried('m06', true, true));
    expect(takesPart(lax.state, 'm06')).toBe(true);
  });

  it('[A15] who is not perceived has no vote, is told why, and can cost the quorum', () => {
    const meeting = opened({}, '1-3', '4');
    const lost = meeting.ok('desk', tried('m04', false, true), 30);
    expect(typesOf(lost.events)).toEqual(['LinkChecked', 'QuorumLost']);
    const back = meeting.ok('desk', tried('m04', true, true), 60);
    expect(typesOf(back.events)).toEqual(['LinkChecked', 'QuorumRegained']);
    const vote = voting({}, '1-6', '7');
    vote.ok('m01', { do: 'voidVote', item: 'i1', why: '音声の不調' });
    vote.ok('desk', tried('m07', false, true));
    vote.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' });
    expect(Object.keys(lastVote(vote).eligible)).not.toContain('m07');
    const refusal = vote.refused('m07', { do: 'castVote', item: 'i1', choice: 'yes' });
    expect([refusal.code, refusal.ja.includes('映像と音声が届いていない')]).toEqual([
      'vote/not-eligible',
      true,
    ]);
    vote.ok('desk', hands(5, 0));
  });

  it('[A15] a link cannot be judged anew while ballots are taken', () => {
    const meeting = voting({}, '1-6', '7');
    expect(meeting.refused('desk', tried('m07', false, true)).code).toBe('attendance/vote-open');
  });

  it('[A16] lasts as long as the member is there by the same way', () => {
    const meeting = opened({}, '1-5', '6-7');
    meeting.ok('desk', tried('m06', false, true));
    meeting.ok('desk', { do: 'changeChannel', who: 'm06', channel: 'inRoom' });
    expect([meeting.seat('m06').link, takesPart(meeting.state, 'm06')]).toEqual([null, true]);
    meeting.ok('desk', tried('m07', true, true), 10);
    meeting.ok('system', { do: 'loseConnection', who: 'm07' }, 100);
    meeting.passTo(200);
    expect(meeting.seat('m07').presence).toBe('left');
    meeting.ok('system', { do: 'restoreConnection', who: 'm07' }, 210);
    expect(meeting.seat('m07').link).toMatchObject({ video: true, audio: true });
    meeting.ok('desk', { do: 'leave', who: 'm07' }, 220);
    meeting.ok('desk', { do: 'checkIn', who: 'm07', channel: 'online' }, 230);
    expect(meeting.seat('m07').link).toBeNull();
  });

  it('[A17] before the opening the desk and the chair are told whose link is untried', () => {
    const meeting = new Played(planOf()).present('1-5', '6-7');
    const desk = () => viewFor('desk', meeting.state, ambientOf()).todos.find(({ id }) => id === 'links');
    const chair = () => viewFor('chair', meeting.state, ambientOf()).next?.hint?.ja ?? null;
    expect(desk()).toMatchObject({ title: { ja: '接続確認があと2人' }, detail: { ja: '委員06、委員07。' } });
    expect(chair()).toBe('オンラインの2人の接続確認が、まだです');
    meeting.ok('desk', tried('m06', true, true));
    expect(desk()?.title.ja).toBe('接続確認があと1人');
    meeting.ok('desk', tried('m07', false, true));
    expect([desk(), chair()]).toEqual([undefined, null]);
    const todos = viewFor('desk', meeting.state, ambientOf()).todos.map(({ id }) => id);
    expect(todos).toContain('unperceived:m07');
    // It is a matter of the rules alone whether the meeting may be opened.
    meeting.ok('m01', { do: 'openMeeting' });
  });
});
