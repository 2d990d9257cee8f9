import { describe, expect, it } from 'vitest';
import { quorumNow, takesPart } from '../../shared/features/attendance/standing.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { replay } from '../../shared/meeting/replay.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { profileById } from '../../shared/minutes/profiles.ts';
import { renderMinutes } from '../../shared/minutes/render/renderMinutes.ts';
import { attendanceTable } from '../../shared/minutes/tables.ts';
import { minutesToText } from '../../shared/minutes/toText.ts';
import { meFor } from '../../shared/views/meFor.ts';
import { viewFor } from '../../shared/views/viewFor.ts';
import { ambientOf } from '../support/ambient.ts';
import { ofType, Played, typesOf } from '../support/given.ts';
import { planOf } from '../support/plans.ts';
import { lastVote } from '../support/voting.ts';

const online = (who: string) => ({ do: 'checkIn', who, channel: 'online' }) as const;
const permit = (people: string[], consent?: CommandInput<'permitOnline'>['consent']) =>
  ({ do: 'permitOnline', people, consent }) as const;
const consents = (about: string, agree = true, who?: string) =>
  ({ do: 'consentOnline', about, agree, who }) as const;
const byMembers = { online: { allowedWhen: 'majorityConsent' as const } };

/** Seven members, some of them in the room already, the meeting not yet opened. */
function gathering(room: string, rules = {}): Played {
  return new Played(planOf({ rules })).present(room);
}

function tableOf(meeting: Played, who: number): unknown {
  const { model, state } = minutesOf(meeting.log);
  const { columns, rows } = attendanceTable({ state, blocks: model.blocks, profile: profileById('plain') });
  return rows[who - 1]?.[columns.indexOf('オンライン出席')];
}

function textOf(meeting: Played): string {
  const { model, state } = minutesOf(meeting.log);
  return minutesToText(renderMinutes({ state, blocks: model.blocks, profile: profileById('plain') }));
}

describe('オンライン出席の願い出', () => {
  it('[A21, A22, A4] the chair gives leave in one press, and the member then checks in', () => {
    const meeting = gathering('1-5');
    expect(meeting.refused('m06', online('m06')).code).toBe('attendance/needs-leave');
    const asked = meeting.ok('m06', { do: 'askOnline', reason: '出張のため' });
    expect(asked.events).toEqual([{ type: 'OnlineAsked', who: 'm06', reason: '出張のため' }]);
    expect(meeting.ok('m06', { do: 'askOnline', reason: '出張のため' }).events).toEqual([]);
    const given = meeting.ok('m01', permit(['m06']));
    expect(given.events).toMatchObject([{ type: 'OnlinePermitted', who: 'm06', how: 'chair', needed: null }]);
    expect(meeting.log.at(-1)).toMatchObject({ by: 'm01' });
    expect(meeting.refused('m06', { do: 'askOnline' }).code).toBe('attendance/permitted');
    meeting.ok('m06', online('m06'));
    meeting.ok('desk', { do: 'confirmIdentity', who: 'm06' });
    expect(takesPart(meeting.state, 'm06')).toBe(true);
    expect(tableOf(meeting, 6)).toBe('会長の許可');
    expect(replay(meeting.log)).toEqual(meeting.state);
  });

  it('[A21] is taken back until it is answered, and lapses for who comes to the room', () => {
    const meeting = gathering('1-5');
    meeting.ok('m06', { do: 'askOnline' });
    meeting.ok('m06', { do: 'withdrawOnline' });
    expect(meeting.refused('m06', { do: 'withdrawOnline' }).code).toBe('attendance/no-request');
    meeting.ok('desk', { do: 'askOnline', who: 'm07' });
    const waiting = () => viewFor('chair', meeting.state, ambientOf()).permits?.waiting.map(({ who }) => who);
    expect(waiting()).toEqual(['m07']);
    meeting.ok('desk', { do: 'checkIn', who: 'm07', channel: 'inRoom' });
    expect(waiting()).toBeUndefined();
    expect(meeting.refused('m07', { do: 'askOnline' }).code).toBe('attendance/already-present');
  });

  it('[A21] is a member’s own, in a meeting that has it', () => {
    const meeting = gathering('1-5');
    expect(meeting.refused('m06', { do: 'askOnline', who: 'm07' }).code).toBe('permission/only-yourself');
    expect(meeting.refused('desk', { do: 'askOnline' }).code).toBe('floor/nobody-named');
    expect(meeting.refused('desk', { do: 'askOnline', who: 'k01' }).code).toBe('attendance/not-a-member');
    expect(meeting.refused('m06', permit(['m06'])).code).toBe('permission/chair-or-desk');
    const code = (wishes: Parameters<typeof planOf>[0]) =>
      new Played(planOf(wishes)).refused('m06', { do: 'askOnline' }).code;
    expect(code({ mode: 'inRoom' })).toBe('attendance/online-not-allowed');
    expect(code({ open: false })).toBe('attendance/closed-session');
    expect(code({ mode: 'written' })).toBe('meeting/is-written');
    expect(code({ rules: { online: { allowedWhen: 'always' } } })).toBe('attendance/no-leave-needed');
  });

  it('[A23] who was refused is told why, is not checked in online, and may ask again', () => {
    const meeting = gathering('1-5');
    expect(meeting.refused('m01', { do: 'declineOnline', who: 'm06' }).code).toBe('attendance/no-request');
    meeting.ok('m06', { do: 'askOnline' });
    meeting.ok('m01', { do: 'declineOnline', who: 'm06', why: '会場にお越しください' });
    expect(meFor(meeting.state, 'm06', ambientOf())?.online).toMatchObject({
      leave: 'declined',
      why: '会場にお越しください',
    });
    for (const by of ['m06', 'desk'])
      expect(meeting.refused(by, online('m06')).code).toMatch(/^attendance\//);
    expect(meeting.refused('desk', online('m06')).code).toBe('attendance/online-declined');
    meeting.ok('m06', { do: 'askOnline' });
    meeting.ok('desk', permit(['m06']));
    meeting.ok('m06', online('m06'));
    expect(tableOf(meeting, 6)).toBe('会長の許可');
  });
});

describe('the members’ consent to taking part online', () => {
  it('[A22, A24] without objection of those present, about several at once', () => {
    const meeting = gathering('1-4', byMembers);
    meeting.ok('m05', { do: 'askOnline' });
    meeting.ok('desk', online('m06'));
    expect(meeting.refused('m01', permit(['m05', 'm06'])).ja).toBe(
      'オンラインでの出席には、委員7人の過半数4人の同意が必要です。同意は0人です。',
    );
    const given = meeting.ok('m01', permit(['m05', 'm06'], 'noObjection'));
    expect(ofType(given.events, 'OnlinePermitted')).toMatchObject([
      { who: 'm05', how: 'noObjection', needed: 4 },
      { who: 'm06', how: 'noObjection', needed: 4 },
    ]);
    meeting.ok('m05', online('m05'));
    expect(tableOf(meeting, 5)).toBe('委員の同意（異議なし）');
    expect(textOf(meeting)).toContain('委員05のオンライン出席に委員が同意　異議なし');
  });

  it('[A22] no objection takes as many present as must consent, and nobody who objected', () => {
    const few = gathering('1-3', byMembers);
    few.ok('m05', { do: 'askOnline' });
    expect(few.refused('m01', permit(['m05'], 'noObjection')).ja).toContain('いま諮れる出席委員は3人');
    const meeting = gathering('1-4', byMembers);
    meeting.ok('m05', { do: 'askOnline' });
    meeting.ok('m04', consents('m05', false));
    expect(meeting.refused('m01', permit(['m05'], 'noObjection')).code).toBe('attendance/objected');
    expect(meeting.refused('m01', permit(['m05'], { yes: 3, no: 1 })).code).toBe('attendance/consent-short');
    expect(meeting.refused('m01', permit(['m05'], { yes: 7, no: 1 })).code).toBe('attendance/too-many');
    meeting.ok('m01', permit(['m05'], { yes: 4, no: 1 }));
    expect(tableOf(meeting, 5)).toBe('委員の同意（4人）');
  });

  it('[A22] one by one from their own devices, also before anybody is there', () => {
    const meeting = gathering('', byMembers);
    meeting.ok('m06', { do: 'askOnline' });
    meeting.ok('m07', { do: 'askOnline' });
    expect(meeting.refused('m06', consents('m06')).code).toBe('attendance/own-request');
    expect(meeting.refused('m06', consents('m05')).code).toBe('attendance/no-request');
    expect(meeting.refused('k01', consents('m06')).code).toBe('permission/desk');
    for (const who of ['m01', 'm02', 'm07']) meeting.ok(who, consents('m06'));
    expect(meeting.ok('m02', consents('m06')).events).toEqual([]);
    expect(viewFor('member', meeting.state, ambientOf()).permits).toEqual({
      needed: 4,
      waiting: [
        { who: 'm06', agreed: 3 },
        { who: 'm07', agreed: 0 },
      ],
    });
    expect(meeting.refused('desk', permit(['m06'])).code).toBe('attendance/consent-short');
    meeting.ok('desk', consents('m06', true, 'm03'));
    const [given] = ofType(meeting.ok('desk', permit(['m06'])).events, 'OnlinePermitted');
    expect(given).toMatchObject({ how: 'named', yes: 4, no: 0, needed: 4 });
    expect(meFor(meeting.state, 'm02', ambientOf())?.online?.consents).toEqual({ m06: true });
    const chair = gathering('1-5');
    chair.ok('m06', { do: 'askOnline' });
    expect(chair.refused('m02', consents('m06')).code).toBe('attendance/chair-permits');
  });

  it('[A23] the desk’s entry stands for it where nobody asked, and the desk is reminded to record it', () => {
    const meeting = gathering('1-4', byMembers).present('', '5-6');
    expect(quorumNow(meeting.state).present).toBe(6);
    const reminder = () =>
      viewFor('desk', meeting.state, ambientOf()).todos.find(({ id }) => id === 'permits');
    expect(reminder()?.detail?.ja).toContain('事務局の受付により出席に数えています');
    meeting.ok('m01', permit(['m05', 'm06'], 'noObjection'));
    expect(reminder()).toBeUndefined();
    expect(quorumNow(meeting.state).present).toBe(6);
  });

  it('[A23] until it is given who asked counts neither for the quorum nor for a vote', () => {
    const meeting = gathering('1-4', byMembers);
    for (const who of ['m05', 'm06']) meeting.ok(who, { do: 'askOnline' });
    meeting.present('', '5-6');
    expect(meeting.refused('m05', { do: 'withdrawOnline' }).code).toBe('attendance/already-present');
    expect([meeting.seat('m05').presence, quorumNow(meeting.state).present]).toEqual(['present', 4]);
    meeting.ok('m01', { do: 'openMeeting' });
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    const open: CommandInput = { do: 'openVote', item: 'i1', method: 'showOfHands' };
    meeting.ok('m01', open);
    expect(Object.keys(lastVote(meeting).eligible)).toEqual(['m02', 'm03', 'm04']);
    const ballot: CommandInput = { do: 'castVote', item: 'i1', choice: 'yes' };
    expect(meeting.refused('m05', ballot).ja).toContain('まだ認められていない');
    expect(meeting.refused('m01', permit(['m05'], 'noObjection')).code).toBe('attendance/vote-open');
    meeting.ok('m01', { do: 'voidVote', item: 'i1', why: 'オンラインの委員を加えるため' });
    meeting.ok('m01', permit(['m05', 'm06'], 'noObjection'));
    expect(quorumNow(meeting.state).present).toBe(6);
    meeting.ok('m01', open);
    meeting.ok('m05', ballot);
    expect(lastVote(meeting).quorum.present).toBe(6);
  });

  it('[A23] its refusal can cost the quorum, which the log says at once', () => {
    const meeting = gathering('1-3', byMembers).present('', '4');
    meeting.ok('m01', permit(['m04'], { yes: 4, no: 0 }));
    meeting.ok('m01', { do: 'openMeeting' });
    const declined = meeting.ok('m01', { do: 'declineOnline', who: 'm04' });
    expect(typesOf(declined.events)).toEqual(['OnlineDeclined', 'QuorumLost']);
    expect(typesOf(meeting.ok('m01', permit(['m04'], { yes: 4, no: 0 })).events)).toEqual([
      'OnlinePermitted',
      'QuorumRegained',
    ]);
  });
});

describe('who sees what of it', () => {
  it('[A21, N27] the reason is the chair’s and the desk’s to read; observers and the screen see nothing', () => {
    const meeting = gathering('1-4', byMembers);
    meeting.ok('m06', { do: 'askOnline', reason: '入院のため' });
    const seen = (audience: Parameters<typeof viewFor>[0]) =>
      JSON.stringify(viewFor(audience, meeting.state, ambientOf()));
    for (const audience of ['chair', 'desk'] as const) expect(seen(audience)).toContain('入院のため');
    for (const audience of ['member', 'observer', 'screen'] as const)
      expect(seen(audience)).not.toContain('入院のため');
    const chair = viewFor('chair', meeting.state, ambientOf()).permits;
    expect(chair).toMatchObject({ by: 'members', needed: 4, members: 7, present: 4 });
    expect(chair?.words).toContain('委員06さんから、オンラインで出席したいとの申出');
    expect(meFor(meeting.state, 'm06', ambientOf())?.online).toMatchObject({ leave: 'asked', by: 'members' });
    expect(meFor(meeting.state, 'k01', ambientOf())?.online).toBeNull();
  });

  it('[A22] the desk is told who waits, with the chair’s answer as a button', () => {
    const todos = (meeting: Played) => viewFor('desk', meeting.state, ambientOf()).todos;
    const meeting = gathering('1-5');
    meeting.ok('m06', { do: 'askOnline', reason: '出張のため' });
    expect(todos(meeting).find(({ id }) => id === 'permit:m06')).toMatchObject({
      detail: { ja: '出張のため' },
      action: { command: { do: 'permitOnline', people: ['m06'] } },
    });
    const members = gathering('1-4', byMembers).present('', '5-6');
    expect(todos(members).find(({ id }) => id === 'permits')?.detail?.ja).toContain('委員05、委員06');
    members.ok('desk', online('k01'));
    const { seats, permits } = viewFor('desk', members.state, ambientOf());
    expect(seats['m05']?.permit).toBe('needed');
    // An official needs nobody’s consent.
    expect(seats['k01']?.permit).toBe('none');
    // Who waits takes part by the desk’s entry, and is not asked about themselves.
    expect(permits).toMatchObject({ present: 4, waiting: [{ who: 'm05' }, { who: 'm06' }] });
  });
});
