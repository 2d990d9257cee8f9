import { describe, expect, it } from 'vitest';
import { attendanceSummary, quorumNow, takesPart } from '../../shared/features/attendance/standing.ts';
import { presidingPerson } from '../../shared/meeting/presiding.ts';
import { Played, ofType, opened, typesOf } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

describe('arriving', () => {
  it('[A1] counts members only, by where they are', () => {
    const meeting = opened({ members: 21 }, '1-17', '18-19');
    meeting.ok('desk', { do: 'checkIn', who: 'k01', channel: 'inRoom' });
    meeting.ok('desk', { do: 'checkIn', who: 'o01', channel: 'online' });
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

  it('[A13] counts whoever never came as absent once the meeting is over', () => {
    const meeting = opened({ members: 5 }, '1-3');
    expect(attendanceSummary(meeting.state).absent).toBe(0);
    meeting.ok('m01', { do: 'closeMeeting' });
    expect(attendanceSummary(meeting.state)).toMatchObject({ present: 3, absent: 2 });
  });

  it('[A2] lets an online member who has not been identified attend, but neither make a quorum nor vote', () => {
    const meeting = opened({}, '1-3');
    meeting.ok('desk', { do: 'checkIn', who: 'm04', channel: 'online' });
    expect(attendanceSummary(meeting.state)).toMatchObject({ present: 4, online: 1 });
    expect(takesPart(meeting.state, 'm04')).toBe(false);
    expect(quorumNow(meeting.state)).toMatchObject({ required: 4, present: 3, met: false });
    const seen = meeting.ok('desk', { do: 'confirmIdentity', who: 'm04' });
    expect(typesOf(seen.events)).toEqual(['IdentityConfirmed', 'QuorumRegained']);
    expect(takesPart(meeting.state, 'm04')).toBe(true);
    expect(meeting.ok('desk', { do: 'confirmIdentity', who: 'm04' }).events).toEqual([]);
    expect(meeting.refused('desk', { do: 'confirmIdentity', who: 'm05' }).code).toBe(
      'attendance/not-present',
    );
  });

  it('[A2] asks as much of a member online as the rules do', () => {
    const free = opened({ rules: { online: { identityCheck: 'none' } } }, '1-3');
    free.ok('desk', { do: 'checkIn', who: 'm04', channel: 'online' });
    expect(takesPart(free.state, 'm04')).toBe(true);

    const rules = { online: { identityCheck: 'token', allowedWhen: 'always' } } as const;
    const byLink = opened({ rules }, '1-3');
    byLink.ok('m04', { do: 'checkIn', who: 'm04', channel: 'online' });
    expect(takesPart(byLink.state, 'm04')).toBe(true);
    byLink.ok('desk', { do: 'checkIn', who: 'm05', channel: 'online' });
    expect(takesPart(byLink.state, 'm05')).toBe(false);
    byLink.ok('m05', { do: 'checkIn', who: 'm05', channel: 'online' });
    expect(takesPart(byLink.state, 'm05')).toBe(true);
  });

  it('[A3] tells a late arrival from a re-entry', () => {
    const meeting = opened({}, '1-4');
    meeting.ok('desk', { do: 'markAbsent', who: 'm05' });
    const [late] = ofType(
      meeting.ok('desk', { do: 'checkIn', who: 'm05', channel: 'inRoom' }, 300).events,
      'CheckedIn',
    );
    expect(late).toMatchObject({ late: true, reentry: false });
    meeting.ok('desk', { do: 'leave', who: 'm04', reason: '所用' }, 400);
    expect(meeting.seat('m04')).toMatchObject({
      presence: 'left',
      leftReason: '所用',
      leftCause: 'said',
    });
    const back = meeting.ok('desk', { do: 'checkIn', who: 'm04', channel: 'inRoom' }, 500);
    expect(ofType(back.events, 'CheckedIn')).toMatchObject([{ late: false, reentry: true }]);
    expect(meeting.seat('m04')).toMatchObject({ presence: 'present', late: false });
    expect(meeting.seat('m05')).toMatchObject({ late: true });
  });

  it('[A3] lets nobody be checked in twice, and asks for a move to be recorded as one', () => {
    const meeting = opened({}, '1-4');
    expect(meeting.ok('desk', { do: 'checkIn', who: 'm01', channel: 'inRoom' }).events).toEqual([]);
    expect(meeting.refused('desk', { do: 'checkIn', who: 'm01', channel: 'online' }).code).toBe(
      'attendance/already-present',
    );
    meeting.ok('desk', { do: 'changeChannel', who: 'm01', channel: 'online' });
    expect(meeting.seat('m01')).toMatchObject({
      channel: 'online',
      identifiedAt: null,
    });
    meeting.ok('desk', { do: 'changeChannel', who: 'm01', channel: 'inRoom' });
    expect(takesPart(meeting.state, 'm01')).toBe(true);
    expect(meeting.refused('desk', { do: 'checkIn', who: 'nobody', channel: 'online' }).code).toBe(
      'attendance/unknown-person',
    );
    expect(meeting.refused('desk', { do: 'checkIn', who: 'constructor', channel: 'online' }).code).toBe(
      'attendance/unknown-person',
    );
  });

  it('[A4] takes members online only as the rules and the meeting allow', () => {
    const online = { do: 'checkIn', who: 'm05', channel: 'online' } as const;
    const codeOf = (by: string, wishes: Parameters<typeof planOf>[0]) =>
      new Played(planOf(wishes)).refused(by, online).code;
    expect(codeOf('desk', { rules: { online: { enabled: false } } })).toBe('attendance/online-not-allowed');
    expect(codeOf('desk', { mode: 'inRoom' })).toBe('attendance/online-not-allowed');
    expect(codeOf('desk', { open: false })).toBe('attendance/closed-session');
    expect(codeOf('m05', {})).toBe('attendance/needs-leave');
    expect(codeOf('m05', { rules: { online: { allowedWhen: 'majorityConsent' } } })).toBe(
      'attendance/needs-leave',
    );
    expect(codeOf('desk', { mode: 'written' })).toBe('meeting/is-written');
    const always = new Played(planOf({ rules: { online: { allowedWhen: 'always' } } }));
    always.ok('m05', online);
    expect(always.refused('m06', { do: 'checkIn', who: 'm06', channel: 'inRoom' }).code).toBe(
      'attendance/desk-records-room',
    );
    expect(always.refused('m06', { do: 'checkIn', who: 'm07', channel: 'online' }).code).toBe(
      'permission/only-yourself',
    );
    const closed = new Played(planOf({ open: false, rules: { online: { closedSession: true } } }));
    closed.ok('desk', online);
  });
});

describe('leaving', () => {
  it('[A9] ends the turn and lowers the hand of whoever goes', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m01', { do: 'speak', who: 'm03' }, 10);
    meeting.ok('m03', { do: 'raiseHand' }, 20);
    const gone = meeting.ok('desk', { do: 'leave', who: 'm03' }, 40);
    expect(typesOf(gone.events)).toEqual(['FloorYielded', 'HandLowered', 'Left']);
    expect(meeting.state.floor).toMatchObject({ turn: null, hands: [] });
    expect(meeting.spoken('m03')).toEqual({ times: 0, ms: 30_000 });
    expect(meeting.refused('desk', { do: 'leave', who: 'm03' }).code).toBe('attendance/not-present');
  });

  it('[A10] marks as absent only whoever has not attended', () => {
    const meeting = new Played(planOf()).present('1-5');
    meeting.ok('desk', { do: 'markAbsent', who: 'm05' });
    expect(meeting.seat('m05').presence).toBe('absent');
    meeting.ok('m01', { do: 'openMeeting' });
    expect(meeting.refused('desk', { do: 'markAbsent', who: 'm04' }).code).toBe('attendance/has-attended');
    meeting.ok('desk', { do: 'leave', who: 'm04' });
    expect(meeting.refused('desk', { do: 'markAbsent', who: 'm04' }).code).toBe('attendance/has-attended');
    expect(meeting.ok('desk', { do: 'markAbsent', who: 'm05' }).events).toEqual([]);
  });

  it('[A1] keeps the number of observers apart', () => {
    const meeting = opened();
    meeting.ok('desk', { do: 'admitObservers', count: 12 });
    expect(meeting.state.attendance.observers).toBe(12);
    expect(meeting.ok('desk', { do: 'admitObservers', count: 12 }).events).toEqual([]);
  });
});

describe('exclusion from an item (除斥)', () => {
  it('[A11] keeps a member from speaking on that item, and ends with it', () => {
    const meeting = opened();
    meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i1' });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(meeting.refused('m03', { do: 'raiseHand' }).code).toBe('floor/recused');
    expect(meeting.refused('m01', { do: 'recognize', who: 'm03' }).code).toBe('floor/recused');
    expect(quorumNow(meeting.state).present).toBe(6);
    const ended = meeting.ok('m01', { do: 'endItem', item: 'i1' });
    expect(ofType(ended.events, 'RecusalEnded')).toMatchObject([{ who: 'm03', item: 'i1' }]);
    meeting.ok('m01', { do: 'startItem', item: 'i2' });
    meeting.ok('m03', { do: 'raiseHand' });
  });

  it('[A11] lets them speak where the body has agreed to it', () => {
    const meeting = opened({ rules: { recusal: { mode: 'stayCanSpeak' } } });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i1' });
    meeting.ok('m03', { do: 'raiseHand' });
    expect(quorumNow(meeting.state).present).toBe(6);
  });

  it('[A11] reaches an item taken together with the one they are excluded from', () => {
    const meeting = opened();
    meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i2' });
    meeting.ok('m01', { do: 'joinItems', items: ['i1', 'i2'] });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(meeting.refused('m03', { do: 'raiseHand' }).code).toBe('floor/recused');
  });

  it('[A11, A12] takes effect when an item joins the one on the table', () => {
    const meeting = opened({}, '1-5');
    meeting.ok('desk', { do: 'recuse', who: 'm01', item: 'i2' });
    meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i2' });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    meeting.ok('m01', { do: 'recognize', who: 'm03' }, 10);
    const joined = meeting.ok('m01', { do: 'joinItems', items: ['i1', 'i2'] }, 20);
    expect(typesOf(joined.events)).toEqual(['ItemsJoined', 'Presided', 'FloorYielded']);
    expect(quorumNow(meeting.state)).toMatchObject({ present: 3, exempt: true });
    expect(presidingPerson(meeting.state)).toBe('m02');
  });

  it('[A12] puts the deputy in the chair for that item when whoever presides is excluded', () => {
    const meeting = opened();
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    const recused = meeting.ok('desk', { do: 'recuse', who: 'm01', item: 'i1' }, 10);
    expect(typesOf(recused.events)).toEqual(['Recused', 'FloorYielded', 'Presided']);
    expect(presidingPerson(meeting.state)).toBe('m02');
    expect(meeting.refused('m01', { do: 'recognize', who: 'm03' }).code).toBe('permission/chair-or-desk');
    meeting.ok('m02', { do: 'recognize', who: 'm03' });
    const ended = meeting.ok('m02', { do: 'endItem', item: 'i1' });
    expect(ofType(ended.events, 'Presided')).toMatchObject([{ who: 'm01' }]);
    expect(presidingPerson(meeting.state)).toBe('m01');
  });

  it('[A12] does so when the item begins for an exclusion entered before, and back at its early end', () => {
    const meeting = opened();
    meeting.ok('desk', { do: 'recuse', who: 'm01', item: 'i1' });
    expect(presidingPerson(meeting.state)).toBe('m01');
    const started = meeting.ok('desk', { do: 'startItem', item: 'i1' });
    expect(ofType(started.events, 'TurnBegan')).toMatchObject([{ who: 'm02' }]);
    meeting.ok('desk', { do: 'endRecusal', who: 'm01' });
    expect(presidingPerson(meeting.state)).toBe('m01');
    expect(meeting.refused('desk', { do: 'endRecusal', who: 'm01' }).code).toBe('attendance/not-recused');
  });

  it('[A12] is refused while nobody could preside instead', () => {
    const meeting = opened({}, '1,3-7');
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    expect(meeting.refused('desk', { do: 'recuse', who: 'm01', item: 'i1' }).code).toBe(
      'attendance/nobody-to-preside',
    );
    meeting.ok('m01', { do: 'preside', who: 'm03' });
    meeting.ok('desk', { do: 'recuse', who: 'm01', item: 'i1' });
    expect(presidingPerson(meeting.state)).toBe('m03');
    expect(meeting.refused('desk', { do: 'recuse', who: 'm01', item: 'i2' }).code).toBe(
      'attendance/already-recused',
    );
    expect(meeting.refused('desk', { do: 'recuse', who: 'k01', item: 'i1' }).code).toBe(
      'attendance/not-a-member',
    );
    expect(meeting.refused('desk', { do: 'recuse', who: 'm04', item: 'i9' }).code).toBe(
      'agenda/unknown-item',
    );
  });
});
