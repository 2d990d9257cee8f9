import { describe, expect, it } from 'vitest';
import { rollOf } from '../../shared/features/votes/roll.ts';
import type { Vote } from '../../shared/features/votes/state.ts';
import { presidingPerson } from '../../shared/meeting/presiding.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import { stateReport } from '../../shared/views/stateReport.ts';
import { decisionsIn, expectedDecisions, methodMeetings } from '../support/methodMeetings.ts';
import { playScenario, scenarioFile } from '../support/playScenario.ts';

function played(name: string): MeetingState {
  const { log, state, stopped } = playScenario(scenarioFile(`tests/golden/scenarios/${name}.json`));
  expect(stopped && { ...stopped.refusal, step: stopped.step.no }).toBeNull();
  expect(replay(log)).toEqual(state);
  return state;
}

function vote(state: MeetingState, id: string): Vote {
  const found = state.votes.votes[id];
  if (found === undefined) throw new Error(`no vote ${id}`);
  return found;
}

/** Their replay through the real interface is tests/integration/methodsReplay.test.ts. */
describe('a meeting for each way to decide, by the rules alone', () => {
  it.each(methodMeetings.map((meeting) => [meeting.shows, meeting] as const))('%s', (_, meeting) => {
    const decisions = decisionsIn(stateReport(played(meeting.file)));
    expect(decisions).toMatchObject(expectedDecisions(meeting));
  });

  it('[V12] the deputy goes on presiding while the chair is excluded', () => {
    expect(presidingPerson(played('standing'))).toBe('m01');
  });

  it('[V34] a named ballot is kept in the order of the roll', () => {
    const state = played('named-ballot');
    expect(rollOf(state, vote(state, 'i1#1')).map(({ choice }) => choice)).toEqual([
      'yes',
      'no',
      'yes',
      'yes',
      'blank',
      'yes',
    ]);
  });

  it('[V35] a secret ballot leaves no choice in the record', () => {
    expect(vote(played('secret-ballot'), 'i1#1').ballots.size).toBe(0);
  });

  it('[V41] after an amendment the question is what is left of the original', () => {
    expect(vote(played('amendments'), 'i1#3').question).toBe('修正部分を除く原案');
  });

  it.each([
    ['elections', 'm03', { who: 'm01', by: 'elected' }],
    ['first-meeting', 'm05', { who: 'm03', by: 'appointed' }],
    ['run-off', 'm05', { who: 'm02', by: 'elected' }],
    ['lots', 'm04', { who: 'm02', by: 'elected' }],
  ])('[E8, E10] %s: %s takes the chair, and the deputy holds the office', (file, chair, deputyChair) => {
    const state = played(file);
    expect(state.elections.offices).toEqual({ chair: { who: chair, by: 'elected' }, deputyChair });
    expect(state.roster.people[chair]?.role).toBe('chair');
  });

  it('[W2, W3] a written meeting: a question after the answers, a late decision, the notice', () => {
    const { written } = played('written-meeting');
    expect(written.questions).toHaveLength(20);
    expect(written.questions.at(-1)?.round).toBe(2);
    expect(written.decisions['i7']?.['m05']).toMatchObject({ late: true });
    expect(written.notifiedAt).not.toBeNull();
  });
});
