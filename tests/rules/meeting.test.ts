import { describe, expect, it } from 'vitest';
import { presidingPerson } from '../../shared/meeting/presiding.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { dueAt } from '../../shared/meeting/passTime.ts';
import { madeBy } from '../../shared/meeting/made.ts';
import { replay } from '../../shared/meeting/replay.ts';
import { Played, ofType, opened, typesOf } from '../support/given.ts';
import { planOf, startsAt } from '../support/plans.ts';
import type { PlanWishes } from '../support/plans.ts';

describe('a meeting', () => {
  it('[M1] is the fold of its log, from the first check-in to the close', () => {
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
    expect(() => replay(meeting.log.slice(1))).toThrow('MeetingCreated');
    expect(() => replay([...meeting.log, ...meeting.log])).toThrow('damaged');
  });

  it('[M1] tells what a command made by its running number', () => {
    const meeting = opened();
    expect(madeBy(meeting.ok('m01', { do: 'startItem', item: 'i1' }).events)).toEqual({
      kind: 'turn',
      no: 1,
    });
    meeting.ok('m03', { do: 'raiseHand' });
    expect(madeBy(meeting.ok('k01', { do: 'explain', item: 'i1' }).events)).toEqual({
      kind: 'turn',
      no: 2,
    });
    expect(madeBy(meeting.ok('m01', { do: 'recognize', who: 'm03' }).events)).toEqual({
      kind: 'turn',
      no: 4,
    });
    expect(madeBy(meeting.ok('m04', { do: 'raiseHand' }).events)).toBeNull();
  });

  it('[M5] may open below its quorum and says so, unless the rules break it off', () => {
    const few = new Played(planOf()).present('1-3');
    expect(typesOf(few.ok('m01', { do: 'openMeeting' }).events)).toEqual(['MeetingOpened', 'QuorumLost']);
    expect(few.refused('m01', { do: 'openMeeting' }).code).toBe('meeting/already-open');
    const strict = new Played(planOf({ rules: { quorum: { onLoss: 'autoRecess' } } })).present('1-3');
    expect(strict.refused('m01', { do: 'openMeeting' }).ja).toBe(
      '定数7人の過半数で、定足数は4人です。出席3人で、あと1人足りません。定足数がそろってから始めるか、延会・流会にしてください。',
    );
    strict.ok('desk', { do: 'adjourn', reason: '定足数に達しないため' });
    expect(strict.state.conduct.status).toBe('adjourned');
    const written = new Played(planOf({ mode: 'written' }));
    expect(written.refused('desk', { do: 'openMeeting' }).code).toBe('meeting/is-written');
    expect(written.refused('desk', { do: 'adjourn', reason: 'x' }).code).toBe('meeting/is-written');
  });

  it('[M6] ends the turn at a recess and stops the clock of the item', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('k01', { do: 'explain', item: 'i1' }, 30);
    const recess = meeting.ok('m01', { do: 'recess', until: '15:10' }, 90);
    expect(recess.events).toMatchObject([
      { type: 'ExplanationEnded', ms: 60_000 },
      { type: 'Recessed', until: '15:10', cause: 'said' },
    ]);
    expect(meeting.refused('m01', { do: 'recess' }).code).toBe('meeting/in-recess');
    expect(meeting.refused('m03', { do: 'raiseHand' }).code).toBe('meeting/in-recess');
    meeting.ok('m01', { do: 'resume' }, 690);
    expect(meeting.refused('m01', { do: 'resume' }).code).toBe('meeting/not-in-recess');
    meeting.ok('m01', { do: 'endItem', item: 'i1' }, 720);
    expect(meeting.state.agenda.progress['i1']?.spent).toBe(120_000);
  });

  it('[M10] ends with what is on its table, from a recess too', () => {
    const meeting = opened();
    expect(meeting.refused('m01', { do: 'resume' }).code).toBe('meeting/not-in-recess');
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m03', { do: 'raiseHand' });
    meeting.ok('desk', { do: 'recuse', who: 'm04', item: 'i1' });
    meeting.ok('m01', { do: 'recess' }, 10);
    const closed = meeting.ok('m01', { do: 'closeMeeting' }, 20);
    expect(typesOf(closed.events)).toEqual(['HandLowered', 'ItemEnded', 'RecusalEnded', 'MeetingClosed']);
    expect(new Played(planOf()).refused('desk', { do: 'closeMeeting' }).code).toBe('meeting/not-open');
  });

  it('[M6] stops everything at an adjournment', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m01', { do: 'adjourn', reason: '時間のため' }, 60);
    expect(meeting.state.agenda).toMatchObject({ current: 'i1' });
    expect(meeting.state.agenda.progress['i1']).toMatchObject({ spent: 60_000, runningSince: null });
    expect(meeting.state.floor.turn).toBeNull();
    expect(meeting.refused('m01', { do: 'resume' }).code).toBe('meeting/closed');
  });
});

/** A vote that takes ballots, opened ten seconds into item i1. */
function voting(wishes: PlanWishes = {}, online = ''): Played {
  const meeting = opened(wishes, online === '' ? undefined : '1-5', online);
  meeting.ok('m01', { do: 'startItem', item: 'i1' });
  meeting.ok('m03', { do: 'raiseHand' }, 5);
  meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' }, 10);
  return meeting;
}

describe('while ballots are taken', () => {
  it('[M7, G6] the meeting neither stops nor changes its lead, and the item stays', () => {
    const meeting = voting();
    const tries: CommandInput[] = [
      { do: 'recess' },
      { do: 'adjourn', reason: '時間のため' },
      { do: 'closeMeeting' },
      { do: 'preside', who: 'm02' },
      { do: 'endItem', item: 'i1' },
      { do: 'joinItems', items: ['i1', 'i2'] },
    ];
    const codes = tries.map((command) => meeting.refused('m01', command).code);
    expect(codes).toEqual([
      ...['meeting/vote-open', 'meeting/vote-open', 'meeting/vote-open', 'meeting/vote-open'],
      ...['agenda/vote-open', 'agenda/vote-open'],
    ]);
    const person = { id: 'm08', name: '委員08', role: 'member' } as const;
    expect(meeting.refused('desk', { do: 'addPerson', person }).code).toBe('plan/vote-open');
    meeting.ok('m01', { do: 'closeVote', item: 'i1' });
    meeting.ok('m01', { do: 'endItem', item: 'i1' });
    meeting.ok('m01', { do: 'closeMeeting' });
  });

  it('[A8] nobody’s attendance is recorded', () => {
    const meeting = voting({}, '6-7');
    const codes = (
      [
        { do: 'checkIn', who: 'm99', channel: 'inRoom' },
        { do: 'changeChannel', who: 'm05', channel: 'online' },
        { do: 'leave', who: 'm05' },
        { do: 'recuse', who: 'm05', item: 'i1' },
      ] as const
    ).map((command) => meeting.refused('desk', command).code);
    expect(codes).toEqual([
      'attendance/unknown-person',
      ...['attendance/vote-open', 'attendance/vote-open', 'attendance/vote-open'],
    ]);
    expect(meeting.refused('desk', { do: 'leave', who: 'm05' }).ja).toBe(
      '採決中は入退室を変更できません。締切後に記録してください。',
    );
    meeting.ok('desk', { do: 'checkIn', who: 'k01', channel: 'inRoom' });
    meeting.ok('m01', { do: 'closeVote', item: 'i1' });
    meeting.ok('desk', { do: 'leave', who: 'm05' });
  });

  it('[A8] a grace that ends is due at the close, and the vote’s voters stand', () => {
    const meeting = voting({}, '6-7');
    meeting.ok('system', { do: 'loseConnection', who: 'm06' }, 20);
    meeting.ok('system', { do: 'loseConnection', who: 'm07' }, 20);
    expect(dueAt(meeting.state)).toBeNull();
    meeting.ok('system', { do: 'restoreConnection', who: 'm07' }, 200);
    expect(meeting.seat('m06').presence).toBe('present');
    meeting.ok('m01', { do: 'closeVote', item: 'i1' }, 210);
    meeting.passTo(211);
    expect(meeting.log.at(-1)).toMatchObject({
      type: 'Left',
      who: 'm06',
      since: startsAt + 20_000,
      at: startsAt + 210_000,
    });
    expect(Object.keys(meeting.state.votes.votes['i1#1']?.eligible ?? {})).toContain('m06');
  });

  it('[A8] somebody whose link is back is let in again, for the next vote', () => {
    const meeting = opened({}, '1-5', '6');
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('system', { do: 'loseConnection', who: 'm06' }, 20);
    meeting.ok('m01', { do: 'openVote', item: 'i1', method: 'showOfHands' }, 100);
    const back = meeting.ok('system', { do: 'restoreConnection', who: 'm06' }, 110);
    expect(typesOf(back.events)).toEqual(['CheckedIn']);
    expect(Object.keys(meeting.state.votes.votes['i1#1']?.eligible ?? {})).not.toContain('m06');
  });

  it('[F9] only points of order are heard', () => {
    const meeting = voting();
    expect(meeting.refused('m04', { do: 'raiseHand' }).code).toBe('floor/vote-open');
    expect(meeting.refused('m04', { do: 'raiseHand', kind: 'followUp' }).code).toBe('floor/vote-open');
    meeting.ok('m04', { do: 'raiseHand', kind: 'pointOfOrder' });
    meeting.ok('m01', { do: 'recognize', who: 'm04' });
    expect(meeting.state.floor.hands).toHaveLength(1);
  });
});

describe('who presides', () => {
  it('[M2] is the chair if present, else the deputy, else nobody until somebody is named', () => {
    const meeting = opened();
    expect(presidingPerson(meeting.state)).toBe('m01');
    meeting.ok('desk', { do: 'leave', who: 'm01' });
    expect(presidingPerson(meeting.state)).toBe('m02');
    meeting.ok('desk', { do: 'leave', who: 'm02' });
    expect(presidingPerson(meeting.state)).toBeNull();
    expect(ofType(meeting.ok('desk', { do: 'startItem', item: 'i1' }).events, 'TurnBegan')).toEqual([]);
    meeting.ok('desk', { do: 'preside', who: 'm03' });
    meeting.ok('m03', { do: 'recognize', who: 'm04' });
    expect(meeting.ok('desk', { do: 'preside', who: 'm03' }).events).toEqual([]);
    meeting.ok('desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' });
    expect(presidingPerson(meeting.state)).toBe('m03');
    meeting.ok('desk', { do: 'leave', who: 'm03' });
    expect(presidingPerson(meeting.state)).toBe('m01');
  });

  it('[M2] is the secretariat until there is a chair, and whoever it names', () => {
    const meeting = opened({ chair: false });
    expect(presidingPerson(meeting.state)).toBe('s01');
    expect(ofType(meeting.ok('desk', { do: 'startItem', item: 'i1' }).events, 'TurnBegan')).toMatchObject([
      { who: 's01' },
    ]);
    const unnamed = opened({ chair: false, secretary: false });
    unnamed.all('desk', { do: 'startItem', item: 'i1' }, { do: 'recognize', who: 'm03' });
    expect(ofType(unnamed.log, 'TurnBegan').map((turn) => turn.who)).toEqual(['m03']);
    meeting.ok('s01', { do: 'preside', who: 'k01' });
    meeting.ok('k01', { do: 'recognize', who: 'm01' });
    expect(presidingPerson(meeting.state)).toBe('k01');
  });

  it('[M2] is never somebody who is absent, excluded or watching', () => {
    const meeting = opened({}, '1-5');
    expect(meeting.refused('m01', { do: 'preside', who: 'm06' }).code).toBe('attendance/not-present');
    expect(meeting.refused('m01', { do: 'preside', who: 'o01' }).code).toBe('meeting/observer');
    expect(meeting.refused('m01', { do: 'preside', who: 'x' }).code).toBe('attendance/unknown-person');
    meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i1' });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(meeting.refused('m01', { do: 'preside', who: 'm03' }).code).toBe('attendance/recused');
  });
});

describe('the room screen', () => {
  it('[M11] shows what the desk chose, and keeps a notice for the next time', () => {
    const meeting = opened();
    expect(meeting.refused('desk', { do: 'setScreen', scene: 'notice' }).code).toBe('screen/no-notice');
    meeting.ok('desk', { do: 'setScreen', scene: 'notice', notice: '資料は受付に', size: 'large' });
    meeting.ok('desk', { do: 'setScreen', scene: 'auto' });
    expect(meeting.state.conduct.screen).toEqual({
      scene: 'auto',
      notice: '資料は受付に',
      size: 'large',
    });
    expect(meeting.ok('desk', { do: 'setScreen', scene: 'auto' }).events).toEqual([]);
    meeting.ok('desk', { do: 'setScreen', scene: 'notice' });
  });
});
