import { describe, expect, it } from 'vitest';
import { attendanceSummary, quorumNow } from '../../shared/features/attendance/standing.ts';
import { replay } from '../../shared/meeting/replay.ts';
import { opened, typesOf } from '../support/given.ts';

describe('a meeting from the first check-in to the close', () => {
  it('[M1] is the fold of its log', () => {
    const meeting = opened({ members: 21 }, '1-17', '18-19');
    meeting.ok('m01', { do: 'startItem', item: 'i1' }, 10);
    meeting.ok('k01', { do: 'explain', item: 'i1' }, 20);
    meeting.ok('k01', { do: 'endExplain' }, 320);
    meeting.ok('m18', { do: 'raiseHand' }, 321);
    meeting.ok('m01', { do: 'recognize', who: 'm18' }, 323);
    meeting.ok('m18', { do: 'yieldFloor' }, 350);
    meeting.ok('m01', { do: 'endItem', item: 'i1' }, 360);
    meeting.ok('m01', { do: 'closeMeeting' }, 400);
    expect(replay(meeting.log)).toEqual(meeting.state);
    expect(meeting.state.version).toBe(meeting.log.length);
  });

  it('[A1] counts members only, by where they are', () => {
    const meeting = opened({ members: 21 }, '1-17', '18-19');
    meeting.ok('desk', { do: 'checkIn', who: 'k01', channel: 'inRoom' });
    meeting.ok('desk', { do: 'markAbsent', who: 'm20' });
    expect(attendanceSummary(meeting.state)).toEqual({
      seats: 21,
      present: 19,
      inRoom: 17,
      online: 2,
      absent: 1,
      left: 0,
    });
    expect(quorumNow(meeting.state)).toMatchObject({ required: 11, present: 19, met: true });
  });

  it('[F1] gives the chair a turn, then the named person theirs', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m03', { do: 'raiseHand' });
    expect(typesOf(meeting.ok('m01', { do: 'recognize', who: 'm03' }).events)).toEqual([
      'Recognized',
      'HandLowered',
      'TurnBegan',
    ]);
    expect(typesOf(meeting.ok('m01', { do: 'recognize', who: 'k01' }, 30).events)).toEqual([
      'TurnBegan',
      'Recognized',
      'TurnBegan',
    ]);
  });
});
