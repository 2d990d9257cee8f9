import { describe, expect, it } from 'vitest';
import { quorumNow } from '../../shared/features/attendance/standing.ts';
import { quorumOf } from '../../shared/rules/quorum.ts';
import { rulesWithDefaults } from '../../shared/rules/rules.ts';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { ofType, opened, typesOf } from '../support/given.ts';

function quorum(rules: RulesInput['quorum'], facts: Partial<Parameters<typeof quorumOf>[1]>) {
  return quorumOf(rulesWithDefaults({ quorum: rules }).quorum, {
    seats: 21,
    inOffice: 21,
    counted: 0,
    recused: 0,
    leftOut: 0,
    ...facts,
  });
}

describe('the number needed', () => {
  it.each([
    ['majority', 21, 11],
    ['majority', 20, 11],
    ['majority', 7, 4],
    ['atLeastHalf', 21, 11],
    ['atLeastHalf', 20, 10],
    [{ fraction: { n: 2, d: 3 } }, 21, 14],
    [{ fraction: { n: 2, d: 3 } }, 20, 14],
    [{ fraction: { n: 1, d: 1 } }, 9, 9],
    [{ count: 5 }, 21, 5],
  ] as const)('[Q1] is for %j of %i: %i', (rule, seats, required) => {
    expect(quorum({ rule }, { seats }).required).toBe(required);
  });

  it('[Q2] is a share of the seats, or of the members in office', () => {
    expect(quorum({}, { seats: 21, inOffice: 15 }).required).toBe(11);
    expect(quorum({ base: 'inOffice' }, { seats: 21, inOffice: 15 }).required).toBe(8);
    const vacant = opened({ members: 7, rules: { seats: 9 } });
    expect(quorumNow(vacant.state).required).toBe(5);
    const all = opened({ members: 7, rules: { seats: 9, quorum: { base: 'inOffice' } } });
    expect(quorumNow(all.state).required).toBe(4);
  });

  it('[Q3] is compared with whom the rule counts: online and presiding members or not', () => {
    const countsAll = opened({}, '1-3', '4');
    expect(quorumNow(countsAll.state)).toMatchObject({ present: 4, met: true });
    const roomOnly = opened({ rules: { quorum: { countsOnline: false } } }, '1-3', '4');
    expect(quorumNow(roomOnly.state)).toMatchObject({ present: 3, met: false });
    const noChair = opened({ rules: { quorum: { countsChair: false } } }, '1-4');
    expect(quorumNow(noChair.state)).toMatchObject({ required: 4, present: 3, met: false });
  });

  it('[Q4] may be missed because of exclusions where the rules exempt them', () => {
    const play = (recusalExempt: boolean) => {
      const meeting = opened({ rules: { quorum: { recusalExempt } } }, '1-5');
      meeting.ok('m01', { do: 'startItem', item: 'i1' });
      meeting.ok('desk', { do: 'recuse', who: 'm03', item: 'i1' });
      expect(quorumNow(meeting.state)).toMatchObject({ present: 4, met: true, exempt: false });
      meeting.ok('desk', { do: 'recuse', who: 'm04', item: 'i1' });
      return meeting;
    };
    expect(quorumNow(play(true).state)).toMatchObject({ present: 3, met: true, exempt: true });
    const strict = play(false);
    expect(quorumNow(strict.state)).toMatchObject({ present: 3, met: false });
    expect(strict.state.attendance.quorumLostAt).not.toBeNull();
    const ended = strict.ok('m01', { do: 'endItem', item: 'i1' });
    expect(ofType(ended.events, 'QuorumRegained')).toMatchObject([{ present: 5, required: 4 }]);
  });
});

describe('watching', () => {
  it('[Q5] says in the log when the quorum is lost and when it is met again', () => {
    const meeting = opened({}, '1-4');
    expect(typesOf(meeting.ok('desk', { do: 'leave', who: 'm04' }, 10).events)).toEqual([
      'Left',
      'QuorumLost',
    ]);
    expect(typesOf(meeting.ok('desk', { do: 'leave', who: 'm03' }, 20).events)).toEqual(['Left']);
    meeting.ok('desk', { do: 'checkIn', who: 'm05', channel: 'inRoom' }, 30);
    const back = meeting.ok('desk', { do: 'checkIn', who: 'm06', channel: 'inRoom' }, 40);
    expect(typesOf(back.events)).toEqual(['CheckedIn', 'QuorumRegained']);
    expect(meeting.state.attendance.quorumLostAt).toBeNull();
  });

  it('[Q5] watches when the roster grows', () => {
    const meeting = opened({ members: 7 }, '1-4');
    const person = { id: 'm08', name: '委員08', role: 'member' } as const;
    expect(typesOf(meeting.ok('desk', { do: 'addPerson', person }).events)).toEqual([
      'PersonAdded',
      'QuorumLost',
    ]);
  });

  it('[Q6] calls a recess by itself where the rules ask for it, and resumes only with a quorum', () => {
    const meeting = opened({ rules: { quorum: { onLoss: 'autoRecess' } } }, '1-4');
    meeting.ok('m01', { do: 'startItem', item: 'i1' });
    const gone = meeting.ok('desk', { do: 'leave', who: 'm04' }, 10);
    expect(gone.events).toMatchObject([
      { type: 'Left' },
      { type: 'QuorumLost' },
      { type: 'FloorYielded', who: 'm01' },
      { type: 'Recessed', until: null, cause: 'quorum' },
    ]);
    expect(meeting.refused('m01', { do: 'resume' }).code).toBe('meeting/no-quorum');
    meeting.ok('desk', { do: 'checkIn', who: 'm04', channel: 'inRoom' }, 60);
    meeting.ok('m01', { do: 'resume' }, 70);
  });

  it('[Q7] explains itself in words that can be read out', () => {
    expect(quorum({}, { counted: 19 }).explanation).toEqual({
      ja: '定数21人の過半数で、定足数は11人です。出席19人で、定足数を満たしています。',
      en: 'A majority of the 21 seats: the quorum is 11. With 19 present, there is a quorum.',
    });
    expect(quorum({ base: 'inOffice', rule: 'atLeastHalf' }, { counted: 9 }).explanation.ja).toBe(
      '現在員21人の半数以上で、定足数は11人です。出席9人で、あと2人足りません。',
    );
    expect(quorum({ rule: { count: 12 } }, { counted: 11, leftOut: 2 }).explanation).toEqual({
      ja: '定足数は12人と定められています。出席11人（ほかに数に入らない出席2人）で、あと1人足りません。',
      en: 'The quorum is fixed at 12. With 11 present (2 more are present but do not count), 1 more is needed.',
    });
    expect(quorum({ rule: { fraction: { n: 2, d: 3 } } }, { counted: 13, recused: 1 }).explanation.ja).toBe(
      '定数21人の3分の2以上で、定足数は14人です。除斥1人を除く出席は13人ですが、除斥のために足りないときは会議を続けられます。',
    );
  });
});
