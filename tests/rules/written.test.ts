import { describe, expect, it } from 'vitest';
import { reminderText } from '../../shared/features/written/reminder.ts';
import { missingMembers, resultSentenceOf } from '../../shared/features/written/standing.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { PlanInput } from '../../shared/meeting/plan.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { RulesInput } from '../../shared/rules/rules.ts';
import { ofType, Played, typesOf } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

const day = 24 * 3600;
const everybody = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07'];

function written(rules: RulesInput = {}, items = 2): Played {
  const agenda: PlanInput['agenda'] = Array.from({ length: items }, (_, index) => ({
    id: `i${String(index + 1)}`,
    title: `第${String(index + 1)}の件`,
    kind: 'consultation' as const,
    official: 'k01',
  }));
  return new Played(planOf({ mode: 'written', rules, agenda }));
}

function dispatched(rules: RulesInput = {}, items = 2): Played {
  const meeting = written(rules, items);
  meeting.ok('desk', { do: 'dispatch', documents: ['資料１'] });
  return meeting;
}

const ask = (item = 'i1'): CommandInput => ({ do: 'submitQuestion', item, text: '理由は何か。' });
const answer = (question: number): CommandInput => ({
  do: 'submitAnswer',
  question,
  text: '次のとおりです。',
});
const decideOn = (item: string, choice: 'yes' | 'no' | 'abstain' = 'yes') =>
  ({ do: 'submitDecision', item, choice }) as const;
const closing = (round: 'questions' | 'answers' | 'decisions') => ({ do: 'closeRound', round }) as const;

describe('a written meeting', () => {
  it('[W1, W2, W5, W6] of ten items and twenty questions, with six of seven agreeing on one, runs from dispatch to notice', () => {
    const meeting = written({}, 10);
    meeting.ok('desk', { do: 'dispatch', documents: ['資料１', '資料２'] });
    expect(meeting.state.conduct.status).toBe('open');
    const asked = [10, 0, 0, 1, 1, 3, 3, 2, 0, 0];
    asked.forEach((count, index) => {
      for (let n = 0; n < count; n += 1)
        meeting.ok(everybody[n % 7] ?? 'm01', ask(`i${String(index + 1)}`), day);
    });
    expect(meeting.state.written.questions).toHaveLength(20);
    meeting.ok('desk', closing('questions'), 3 * day);
    for (let question = 1; question <= 20; question += 1) meeting.ok('k01', answer(question));
    meeting.ok('desk', closing('answers'));
    for (const who of everybody)
      for (let item = 1; item <= 10; item += 1)
        if (item !== 7 || who !== 'm05') meeting.ok(who, decideOn(`i${String(item)}`), 4 * day);
    expect(missingMembers(meeting.state)).toEqual(['m05']);
    meeting.ok('desk', closing('decisions'), 5 * day);
    expect(meeting.state.written.results['i1']).toEqual({
      yes: 7,
      no: 0,
      abstain: 0,
      noReply: 0,
      base: 7,
      required: 4,
      quorum: { required: 4, present: 7 },
      outcome: 'carried',
    });
    expect(meeting.state.written.results['i7']).toMatchObject({ yes: 6, noReply: 1, outcome: 'carried' });
    expect(resultSentenceOf(meeting.state, 'i7').ja).toBe(
      '定数7人の過半数は4人です。同意6人は、これに達しています。未回答は1人です。',
    );
    meeting.ok('desk', { do: 'notifyResult' }, 30 * day);
    expect(meeting.state.conduct.status).toBe('closed');
    expect(meeting.refused('m05', decideOn('i7')).code).toBe('meeting/closed');
    expect(replay(meeting.log)).toEqual(meeting.state);
  });

  it('[W1] has the consent of a majority, or of the chair, where it was asked here', () => {
    const meeting = written();
    const dispatch: CommandInput = { do: 'dispatch', documents: [] };
    for (const who of ['m01', 'm02', 'm03']) meeting.ok(who, { do: 'consentWritten', agree: true });
    meeting.ok('m04', { do: 'consentWritten', agree: false });
    expect(meeting.refused('desk', dispatch).ja).toContain('4人の同意が必要');
    expect(meeting.refused('desk', { do: 'consentWritten', agree: true }).code).toBe('written/who');
    meeting.ok('desk', { do: 'consentWritten', agree: true, who: 'm04' });
    meeting.ok('desk', dispatch);
    expect(meeting.refused('desk', dispatch).code).toBe('written/already-dispatched');
    expect(meeting.refused('m05', { do: 'consentWritten', agree: true }).code).toBe(
      'written/already-dispatched',
    );
    const byChair = written({ written: { consent: 'chair' } });
    byChair.ok('m02', { do: 'consentWritten', agree: true });
    expect(byChair.refused('desk', dispatch).code).toBe('written/no-consent');
    byChair.ok('m01', { do: 'consentWritten', agree: true });
    byChair.ok('desk', dispatch);
  });

  it('[W1] is not a meeting that is held, nor the other way round', () => {
    const held = new Played();
    expect(held.refused('desk', { do: 'dispatch', documents: [] }).code).toBe('written/not-written');
    expect(held.refused('m03', ask()).code).toBe('written/not-written');
    const meeting = written();
    expect(meeting.refused('m03', ask()).code).toBe('written/not-dispatched');
    expect(meeting.refused('m03', decideOn('i1')).code).toBe('written/not-dispatched');
    meeting.ok('desk', { do: 'dispatch', documents: [] });
    expect(meeting.refused('desk', { do: 'openVote', item: 'i1', method: 'standing' }).code).toBe(
      'meeting/is-written',
    );
  });

  it('[W2] takes questions in rounds: after the close, once answers have come', () => {
    const meeting = dispatched();
    meeting.ok('m03', ask());
    meeting.ok('desk', closing('questions'), day);
    expect(meeting.refused('m04', ask()).code).toBe('written/round-closed');
    meeting.ok('k01', answer(1), 2 * day);
    expect(typesOf(meeting.ok('m04', ask()).events)).toEqual(['RoundOpened', 'QuestionSubmitted']);
    expect(meeting.state.written.questions.map((question) => question.round)).toEqual([1, 2]);
    meeting.ok('desk', closing('questions'), 3 * day);
    meeting.ok('desk', { ...answer(2), who: 'k02' } as CommandInput);
    meeting.ok('desk', closing('answers'));
    meeting.ok('desk', { do: 'openRound', round: 'decisions' });
    expect(meeting.refused('m04', ask()).code).toBe('written/round-closed');
    expect(meeting.refused('k01', answer(9)).code).toBe('written/unknown-question');
    expect(meeting.refused('desk', { ...answer(1), who: 'm04' } as CommandInput).code).toBe(
      'written/not-an-official',
    );
    expect(meeting.refused('desk', closing('questions')).code).toBe('written/round-not-open');
    expect(meeting.refused('desk', { do: 'openRound', round: 'decisions' }).code).toBe('written/round-open');
  });

  it('[W2] takes answers while questions still come, and closes them as a round', () => {
    const meeting = dispatched();
    meeting.ok('m03', ask());
    meeting.ok('k01', answer(1));
    meeting.all('desk', closing('questions'), closing('answers'));
    expect(meeting.refused('desk', closing('answers')).code).toBe('written/round-not-open');
    meeting.ok('m03', ask('i2'));
    expect(meeting.state.written.questions[1]?.round).toBe(2);
  });
});

describe('written decisions', () => {
  it('[W3] are set until their round closes; late ones are kept and not counted', () => {
    const meeting = written();
    const deadline = Date.parse('2026-11-25T17:00:00+09:00');
    meeting.ok('desk', { do: 'dispatch', documents: [], deadlines: { decisions: deadline } });
    for (const who of everybody.slice(0, 4)) meeting.ok(who, decideOn('i1', 'no'), day);
    meeting.ok('m01', { ...decideOn('i1', 'yes'), opinion: '条件を付けて' });
    const [late] = ofType(meeting.ok('m06', decideOn('i1'), 5 * day).events, 'DecisionSubmitted');
    expect(late?.late).toBe(true);
    meeting.ok('m01', decideOn('i1', 'no'));
    expect(meeting.state.written.decisions['i1']?.['m01']).toMatchObject({ choice: 'yes', late: false });
    meeting.ok('desk', closing('decisions'));
    expect(ofType(meeting.ok('m07', decideOn('i1')).events, 'DecisionSubmitted')[0]?.late).toBe(true);
    expect(meeting.state.written.results['i1']).toMatchObject({
      yes: 1,
      no: 3,
      noReply: 3,
      outcome: 'rejected',
    });
    expect(meeting.state.written.decisions['i1']?.['m07']).toMatchObject({ late: true });
  });

  it('[W3] come from members about items that are put', () => {
    const meeting = dispatched();
    expect(meeting.refused('m03', decideOn('i9')).code).toBe('agenda/unknown-item');
    expect(meeting.refused('desk', decideOn('i1')).code).toBe('written/who');
    expect(meeting.refused('desk', { ...decideOn('i1'), who: 'k01' }).code).toBe('written/not-a-member');
    meeting.ok('desk', { ...decideOn('i1'), who: 'm03' });
    const noAbstaining = dispatched({ vote: { abstention: 'forbidden' } });
    expect(noAbstaining.refused('m03', decideOn('i1', 'abstain')).code).toBe('vote/abstention-forbidden');
  });

  it('[W4, W5] example 14: three replies of seven are below the quorum of four', () => {
    const meeting = dispatched();
    for (const who of everybody.slice(0, 3)) meeting.ok(who, decideOn('i1'));
    meeting.ok('desk', closing('decisions'));
    expect(meeting.state.written.results['i1']).toMatchObject({
      noReply: 4,
      quorum: { required: 4, present: 3 },
      outcome: 'noQuorum',
    });
    expect(resultSentenceOf(meeting.state, 'i1').ja).toContain('回答は3人で、定足数4人に達しないため');
    expect(meeting.state.written.results['i2']).toMatchObject({ noReply: 7, outcome: 'noQuorum' });
  });

  it('[W4, W5] leave out who is excluded from the item, with what they decided before', () => {
    const meeting = dispatched();
    for (const who of everybody) meeting.ok(who, decideOn('i1', who === 'm07' ? 'yes' : 'no'));
    meeting.ok('desk', { do: 'recuse', who: 'm07', item: 'i1' });
    meeting.ok('desk', closing('decisions'));
    expect(meeting.state.written.results['i1']).toMatchObject({ yes: 0, no: 6, noReply: 0, base: 6 });
    meeting.ok('desk', { do: 'openRound', round: 'decisions' });
    meeting.ok('desk', { do: 'endRecusal', who: 'm07' });
    meeting.ok('desk', closing('decisions'));
    expect(meeting.state.written.results['i1']).toMatchObject({ yes: 1, no: 6, noReply: 0, base: 7 });
  });

  it('[W5] may be a share of those who replied', () => {
    const facts = [
      ['allSeats', 'rejected', 4],
      ['respondents', 'carried', 3],
    ] as const;
    for (const [base, outcome, required] of facts) {
      const meeting = dispatched({ written: { base } });
      for (const who of ['m01', 'm02', 'm03']) meeting.ok(who, decideOn('i1'));
      meeting.ok('m04', decideOn('i1', 'no'));
      meeting.ok('m05', decideOn('i1', 'abstain'));
      meeting.ok('desk', closing('decisions'));
      expect(meeting.state.written.results['i1']).toMatchObject({ outcome, required });
    }
  });

  it('[W6] must be closed before the notice', () => {
    const meeting = dispatched();
    expect(meeting.refused('desk', { do: 'notifyResult' }).code).toBe('written/decisions-open');
    meeting.ok('m03', decideOn('i1'));
    expect(meeting.refused('desk', { do: 'notifyResult' }).code).toBe('written/decisions-open');
    meeting.all('desk', closing('decisions'), { do: 'notifyResult' });
  });

  it('[W7] that are missing can be reminded of', () => {
    const meeting = dispatched();
    meeting.ok('m03', decideOn('i1'));
    const at = Date.parse('2026-11-25T17:00:00+09:00');
    expect(reminderText(meeting.state, 'm03', String)).not.toContain('第1の件');
    meeting.ok('m03', decideOn('i2'));
    expect(reminderText(meeting.state, 'm03', String)).toBeNull();
    const dated = written();
    dated.ok('desk', { do: 'dispatch', documents: [], deadlines: { decisions: at } });
    dated.ok('m03', decideOn('i1'));
    expect(reminderText(dated.state, 'm04', () => '11月25日17時')).toContain('11月25日17時までに');
  });
});
