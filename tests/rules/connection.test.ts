import { describe, expect, it } from 'vitest';
import { quorumNow, takesPart } from '../../shared/features/attendance/standing.ts';
import { dueAt, passTime } from '../../shared/meeting/passTime.ts';
import { replay } from '../../shared/meeting/replay.ts';
import { ofType, opened, typesOf } from '../support/given.ts';
import { startsAt } from '../support/plans.ts';

/** 21 seats, quorum 11: nine in the room, two online. */
const bare = (rules = {}) => opened({ members: 21, rules }, '1-9', '10-11');

describe('a lost link (通信途絶)', () => {
  it('[A5] starts a grace only for a member present online', () => {
    const meeting = bare();
    meeting.ok('desk', { do: 'checkIn', who: 'k01', channel: 'online' });
    for (const who of ['m01', 'm21', 'k01'])
      expect(meeting.ok('system', { do: 'loseConnection', who }).events).toEqual([]);
    expect(dueAt(meeting.state)).toBeNull();
    const lost = meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 100);
    expect(lost.events).toEqual([{ type: 'ConnectionLost', who: 'm10', graceUntil: startsAt + 160_000 }]);
    expect(meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 110).events).toEqual([]);
    expect(dueAt(meeting.state)).toBe(startsAt + 160_000);
  });

  it('[A5, A7] keeps seat, hand and turn while the grace runs, and nothing is lost if the link is back in time', () => {
    const meeting = bare();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m11', { do: 'raiseHand' }, 10);
    meeting.ok('m01', { do: 'recognize', who: 'm10' }, 20);
    meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 30);
    meeting.ok('system', { do: 'loseConnection', who: 'm11' }, 30);
    meeting.passTo(75);
    expect(meeting.state.floor.turn?.who).toBe('m10');
    expect(meeting.state.floor.hands).toHaveLength(1);
    expect(quorumNow(meeting.state).present).toBe(11);
    const back = meeting.ok('system', { do: 'restoreConnection', who: 'm11' }, 75);
    expect(typesOf(back.events)).toEqual(['ConnectionRestored']);
    meeting.ok('system', { do: 'restoreConnection', who: 'm10' }, 80);
    meeting.passTo(300);
    expect(meeting.state.floor.hands).toHaveLength(1);
    expect(quorumNow(meeting.state)).toMatchObject({ present: 11, met: true });
  });

  it('[A6, Q5] makes it a departure since the moment the link was lost, and the quorum lost since then', () => {
    const meeting = bare();
    meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 100);
    meeting.passTo(159);
    expect(meeting.state.attendance.quorumLostAt).toBeNull();
    const before = meeting.log.length;
    meeting.passTo(200);
    expect(meeting.log.slice(before)).toEqual([
      {
        type: 'Left',
        who: 'm10',
        since: startsAt + 100_000,
        reason: null,
        cause: 'connection',
        at: startsAt + 160_000,
        by: 'system',
      },
      {
        type: 'QuorumLost',
        since: startsAt + 100_000,
        present: 10,
        required: 11,
        at: startsAt + 160_000,
        by: 'system',
      },
    ]);
    expect(dueAt(meeting.state)).toBeNull();
    expect(passTime(meeting.state, startsAt + 999_000)).toEqual([]);
  });

  it('[A7] makes a later return a re-entry, with the identity that was seen', () => {
    const meeting = bare();
    meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 100);
    const back = meeting.ok('system', { do: 'restoreConnection', who: 'm10' }, 300);
    expect(back.events).toMatchObject([
      { type: 'CheckedIn', who: 'm10', channel: 'online', late: false, reentry: true },
      { type: 'QuorumRegained', present: 11, required: 11 },
    ]);
    expect(takesPart(meeting.state, 'm10')).toBe(true);
    expect(replay(meeting.log)).toEqual(meeting.state);
  });

  it('[A7] does not bring back somebody who said they were leaving', () => {
    const meeting = bare();
    meeting.ok('desk', { do: 'leave', who: 'm10' }, 100);
    expect(meeting.ok('system', { do: 'restoreConnection', who: 'm10' }, 110).events).toEqual([]);
    meeting.ok('desk', { do: 'checkIn', who: 'm10', channel: 'online' }, 120);
    expect(takesPart(meeting.state, 'm10')).toBe(false);
  });

  it('[A6] takes effect at once without a grace, several in the order in which they ran out', () => {
    const meeting = bare({ online: { disconnect: { graceSeconds: 0 } } });
    const lost = meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 50);
    expect(typesOf(lost.events)).toEqual(['ConnectionLost', 'Left', 'QuorumLost']);

    const slow = bare();
    slow.ok('system', { do: 'loseConnection', who: 'm11' }, 100);
    slow.ok('system', { do: 'loseConnection', who: 'm10' }, 110);
    const gone = passTime(slow.state, startsAt + 500_000);
    expect(ofType(gone, 'Left').map(({ who, since }) => [who, since])).toEqual([
      ['m11', startsAt + 100_000],
      ['m10', startsAt + 110_000],
    ]);
    expect(ofType(gone, 'QuorumLost')).toMatchObject([{ since: startsAt + 100_000 }]);
  });

  it('[A6] leaves them present but outside quorum and vote where the rules say so, until the link is back', () => {
    const meeting = bare({ online: { disconnect: { then: 'excludeFromVote' } } });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m10', { do: 'raiseHand' });
    meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 100);
    meeting.passTo(200);
    expect(meeting.seat('m10')).toMatchObject({
      presence: 'present',
      excluded: true,
    });
    expect(meeting.state.floor.hands).toHaveLength(1);
    expect(quorumNow(meeting.state)).toMatchObject({ present: 10, met: false });
    expect(dueAt(meeting.state)).toBeNull();
    const back = meeting.ok('system', { do: 'restoreConnection', who: 'm10' }, 210);
    expect(typesOf(back.events)).toEqual(['ConnectionRestored', 'QuorumRegained']);
    expect(meeting.seat('m10').excluded).toBe(false);
  });

  it('[A5] forgets the grace of somebody who comes into the room instead', () => {
    const meeting = bare();
    meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 100);
    meeting.ok('desk', { do: 'changeChannel', who: 'm10', channel: 'inRoom' }, 130);
    meeting.passTo(300);
    expect(meeting.seat('m10').presence).toBe('present');
  });

  it('[M4] no longer matters when the meeting is over', () => {
    const meeting = bare();
    meeting.ok('system', { do: 'loseConnection', who: 'm10' }, 100);
    meeting.ok('m01', { do: 'closeMeeting' }, 110);
    expect(dueAt(meeting.state)).toBeNull();
    expect(passTime(meeting.state, startsAt + 999_000)).toEqual([]);
  });
});
