import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import { minutesOf } from '../../shared/minutes/fold.ts';
import { shownBlocks } from '../../shared/minutes/model.ts';
import { Played, typesOf } from '../support/given.ts';
import { planOf } from '../support/plans.ts';

const day = 24 * 3600;
const at = (date: string) => Date.parse(`${date}:00+09:00`);
const decide = (item: string): CommandInput => ({ do: 'submitDecision', item, choice: 'yes' });
const move = (deadline: string): CommandInput => ({
  do: 'moveDeadline',
  round: 'decisions',
  deadline: at(deadline),
});

/** A written meeting whose decisions are due on 25 November at 17:00; the clock stands at 22 November, 14:00. */
function due(): Played {
  const meeting = new Played(planOf({ mode: 'written' }));
  const deadlines = { decisions: at('2026-11-25T17:00') };
  meeting.all('desk', { do: 'dispatch', documents: [], deadlines }, { do: 'openRound', round: 'decisions' });
  return meeting;
}

function lateBlocks(meeting: Played): boolean[] {
  const isDecision = (block: MinutesBlock) => block.type === 'decision';
  return minutesOf(meeting.log)
    .model.blocks.filter(isDecision)
    .map(({ late }) => late);
}

/** Who decided, with which words and whether late, as the desk reads it. */
function decisionsRead(meeting: Played): string[] {
  return shownBlocks(minutesOf(meeting.log).model.blocks)
    .flatMap((block) =>
      block.type === 'decision' ? [`${String(block.speaker)} ${block.text}${block.late ? ' late' : ''}`] : [],
    )
    .toSorted();
}

describe('deadlines of a written meeting', () => {
  it('[W8] are moved while their round runs, and take in who was late by the old one', () => {
    const meeting = due();
    meeting.ok('m02', decide('i1'), 4 * day);
    expect(meeting.state.written.decisions['i1']?.['m02']?.late).toBe(true);
    expect(lateBlocks(meeting)).toEqual([true]);
    meeting.ok('desk', move('2026-11-28T17:00'));
    expect(meeting.state.written.decisions['i1']?.['m02']?.late).toBe(false);
    expect(lateBlocks(meeting)).toEqual([false]);
    meeting.ok('m03', decide('i1'), 5 * day);
    expect(meeting.state.written.decisions['i1']?.['m03']?.late).toBe(false);
    expect(meeting.ok('desk', move('2026-11-28T17:00')).events).toEqual([]);
    meeting.ok('desk', { do: 'closeRound', round: 'decisions' });
    expect(meeting.state.written.results['i1']).toMatchObject({ yes: 2, noReply: 5 });
  });

  it('[W3, W8] that are moved let the last of several replies stand, in the minutes as well', () => {
    const meeting = due();
    const reply = (who: string, choice: 'yes' | 'no' | 'abstain', opinion: string): CommandInput => ({
      ...{ do: 'submitDecision', item: 'i1', choice, opinion, who },
    });
    meeting.ok('desk', reply('m02', 'yes', '当初'), 2 * day);
    for (const who of ['m02', 'm03']) meeting.ok('desk', reply(who, 'no', '変更'), 5 * day);
    for (const who of ['m02', 'm03']) meeting.ok('desk', reply(who, 'abstain', '再変更'), 6 * day);
    const standing = () => {
      const { m02, m03 } = meeting.state.written.decisions['i1'] ?? {};
      return [m02, m03].map((one) => `${String(one?.choice)}${one?.late === true ? ' late' : ''}`);
    };
    expect(standing()).toEqual(['yes', 'abstain late']);
    expect(decisionsRead(meeting)).toEqual(['m02 再変更 late', 'm02 当初', 'm03 再変更 late']);
    meeting.ok('desk', move('2026-12-02T17:00'));
    expect(standing()).toEqual(['abstain', 'abstain']);
    expect(decisionsRead(meeting)).toEqual(['m02 再変更', 'm03 再変更']);
    // Late once more, by the new deadline: beside what stands now.
    meeting.ok('desk', reply('m02', 'no', '三度'), 11 * day);
    expect(standing()).toEqual(['abstain', 'abstain']);
    expect(decisionsRead(meeting)).toEqual(['m02 三度 late', 'm02 再変更', 'm03 再変更']);
    meeting.ok('desk', { do: 'closeRound', round: 'decisions' });
    expect(meeting.state.written.results['i1']).toMatchObject({ abstain: 2, yes: 0, no: 0, noReply: 5 });
  });

  it('[W8] that a later round has take in nothing that was late in one before', () => {
    const meeting = due();
    meeting.ok('m02', decide('i1'), 4 * day);
    meeting.ok('desk', { do: 'closeRound', round: 'decisions' });
    meeting.all('desk', { do: 'openRound', round: 'decisions' }, move('2026-12-02T17:00'));
    expect(meeting.state.written.decisions['i1']?.['m02']?.late).toBe(true);
  });

  it('[W8] never make late what was in time', () => {
    const meeting = due();
    meeting.ok('m02', decide('i1'), 2 * day);
    meeting.ok('desk', move('2026-11-24T15:00'));
    expect(meeting.state.written.decisions['i1']?.['m02']?.late).toBe(false);
    meeting.ok('m03', decide('i1'), 3 * day);
    expect(meeting.state.written.decisions['i1']?.['m03']?.late).toBe(true);
  });

  it('[W8] can be moved before their round begins, and not after it is closed', () => {
    const meeting = new Played(planOf({ mode: 'written' }));
    expect(meeting.refused('desk', move('2026-11-26T17:00')).code).toBe('written/not-dispatched');
    meeting.ok('desk', { do: 'dispatch', documents: [] });
    meeting.ok('desk', move('2026-11-26T17:00'));
    meeting.ok('desk', { do: 'openRound', round: 'decisions' });
    expect(meeting.state.written.rounds.at(-1)?.deadline).toBe(at('2026-11-26T17:00'));
    meeting.ok('desk', { do: 'closeRound', round: 'decisions' });
    expect(meeting.refused('desk', move('2026-11-27T17:00')).code).toBe('written/round-not-open');
    expect(meeting.refused('m02', move('2026-11-27T17:00')).code).toBe('permission/desk');
  });

  it('[W8] that are over when they are set are refused', () => {
    const meeting = new Played(planOf({ mode: 'written' }));
    const past = at('2026-11-21T17:00');
    const late = (round: 'questions' | 'decisions'): CommandInput => ({
      do: 'openRound',
      round,
      deadline: past,
    });
    expect(
      meeting.refused('desk', { do: 'dispatch', documents: [], deadlines: { questions: past } }).code,
    ).toBe('written/deadline-past');
    meeting.ok('desk', { do: 'dispatch', documents: [] });
    expect(meeting.refused('desk', late('decisions')).code).toBe('written/deadline-past');
    expect(meeting.refused('desk', { do: 'moveDeadline', round: 'questions', deadline: past }).code).toBe(
      'written/deadline-past',
    );
  });

  it('[W3] a round begun again counts what comes in it, and keeps what was in time before', () => {
    const meeting = due();
    for (const who of ['m01', 'm02', 'm03']) meeting.ok(who, decide('i1'), day);
    meeting.ok('desk', { do: 'closeRound', round: 'decisions' });
    expect(meeting.state.written.results['i1']?.outcome).toBe('noQuorum');
    meeting.ok('m04', decide('i1'));
    expect(meeting.state.written.decisions['i1']?.['m04']?.late).toBe(true);
    const again: CommandInput = { do: 'openRound', round: 'decisions', deadline: at('2026-11-30T17:00') };
    expect(typesOf(meeting.ok('desk', again).events)).toEqual(['RoundOpened']);
    meeting.ok('m04', decide('i1'));
    meeting.ok('desk', { do: 'closeRound', round: 'decisions' });
    expect(meeting.state.written.results['i1']).toMatchObject({ yes: 4, outcome: 'carried' });
  });
});

describe('who takes part in a written meeting', () => {
  it('[W12] a body of one decides by itself', () => {
    const meeting = new Played(planOf({ mode: 'written', members: 1 }));
    meeting.all('desk', { do: 'dispatch', documents: [] });
    meeting.ok('m01', decide('i1'));
    meeting.ok('desk', { do: 'closeRound', round: 'decisions' });
    expect(meeting.state.written.results['i1']).toMatchObject({ required: 1, outcome: 'carried' });
  });

  it('[W12] an official answers and decides nothing; a member decides and answers nothing', () => {
    const meeting = due();
    meeting.ok('m02', { do: 'submitQuestion', item: 'i1', text: '理由は。' });
    expect(meeting.refused('k01', decide('i1')).code).toBe('permission/desk');
    expect(meeting.refused('m02', { do: 'submitAnswer', question: 1, text: '次のとおり。' }).code).toBe(
      'permission/desk',
    );
    meeting.ok('k01', { do: 'submitAnswer', question: 1, text: '次のとおり。' });
    expect(
      meeting.refused('desk', { do: 'submitDecision', item: 'i1', choice: 'yes', who: 'k01' }).code,
    ).toBe('written/not-a-member');
  });
});
