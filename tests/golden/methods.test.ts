import { describe, expect, it } from 'vitest';
import { rollOf } from '../../shared/features/votes/roll.ts';
import type { Vote } from '../../shared/features/votes/state.ts';
import { presidingPerson } from '../../shared/meeting/presiding.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import { stateReport } from '../../shared/views/stateReport.ts';
import { playScenario, scenarioFile } from '../support/playScenario.ts';

function played(name: string): MeetingState {
  const { log, state, stopped } = playScenario(scenarioFile(`tests/golden/scenarios/${name}.json`));
  expect(stopped && { ...stopped.refusal, step: stopped.step.no }).toBeNull();
  expect(replay(log)).toEqual(state);
  return state;
}

function votesOf(state: MeetingState) {
  return stateReport(state).items.flatMap((item) => item.votes);
}

function vote(state: MeetingState, id: string): Vote {
  const found = state.votes.votes[id];
  if (found === undefined) throw new Error(`no vote ${id}`);
  return found;
}

const counts = (yes: number, no: number, abstain = 0, invalid = 0) => ({
  yes,
  no,
  abstain,
  invalid,
  unaccounted: 0,
});

describe('a meeting for each way to decide', () => {
  it('[V29] no objection, and a show of hands after one', () => {
    expect(votesOf(played('no-objection'))).toMatchObject([
      { method: 'noObjection', counts: null, objections: 0, outcome: 'carried' },
      { method: 'noObjection', counts: null, objections: 1, outcome: null },
      { method: 'showOfHands', round: 2, counts: counts(4, 2), required: 4, outcome: 'carried' },
    ]);
  });

  it('[V23, V25, V28] show of hands: a correction, a tie, a void round, members unaccounted for', () => {
    expect(votesOf(played('show-of-hands'))).toMatchObject([
      { eligible: 8, counts: counts(4, 4), tie: true, castingVote: 'yes', outcome: 'carried' },
      { round: 1, outcome: 'void' },
      { round: 2, eligible: 7, required: 4, counts: counts(4, 2, 1), outcome: 'carried' },
    ]);
  });

  it('[V33, V12] standing, and the deputy presiding', () => {
    const state = played('standing');
    expect(votesOf(state)).toMatchObject([
      { counts: counts(5, 3), eligible: 8, outcome: 'carried' },
      { counts: counts(3, 4), eligible: 7, outcome: 'rejected' },
    ]);
    expect(presidingPerson(state)).toBe('m01');
  });

  it('[V34] named ballot, in the order of the roll', () => {
    const state = played('named-ballot');
    expect(votesOf(state)).toMatchObject([{ counts: counts(4, 1, 1), outcome: 'carried' }]);
    expect(rollOf(state, vote(state, 'i1#1')).map(({ choice }) => choice)).toEqual([
      'yes',
      'no',
      'yes',
      'yes',
      'blank',
      'yes',
    ]);
  });

  it('[V35] secret ballot, by device and on paper', () => {
    const state = played('secret-ballot');
    expect(votesOf(state)).toMatchObject([{ counts: counts(4, 2, 1), eligible: 7, outcome: 'carried' }]);
    expect(vote(state, 'i1#1').ballots.size).toBe(0);
  });

  it('[V5, V36] electronic, by two thirds, online members first', () => {
    expect(votesOf(played('electronic'))).toMatchObject([
      { eligible: 9, required: 6, counts: counts(6, 2, 1), outcome: 'carried' },
    ]);
  });

  it('[V40, V41] amendments before the original', () => {
    const state = played('amendments');
    expect(votesOf(state)).toMatchObject([
      { outcome: 'rejected' },
      { outcome: 'carried' },
      { outcome: 'carried', counts: counts(6, 0) },
    ]);
    expect(vote(state, 'i1#3').question).toBe('修正部分を除く原案');
  });

  it('[E2, E4, E7, E8, E9] the first meeting elects its chair under a temporary one', () => {
    const state = played('first-meeting');
    expect(state.elections.offices).toEqual({
      chair: { who: 'm05', by: 'elected' },
      deputyChair: { who: 'm03', by: 'appointed' },
    });
    expect(state.elections.elections[0]?.rounds).toMatchObject([
      { counts: { m03: 3, m05: 3, m06: 1 } },
      { counts: { m03: 3, m05: 3 }, invalid: 1 },
    ]);
  });

  it('[E2, E3, E6] a chair by acclamation, a deputy by plurality', () => {
    expect(played('elections').elections.offices).toEqual({
      chair: { who: 'm03', by: 'elected' },
      deputyChair: { who: 'm01', by: 'elected' },
    });
  });

  it('[W2, W3, W5] a written meeting of ten items and twenty questions', () => {
    const { written } = played('written-meeting');
    expect(written.questions).toHaveLength(20);
    expect(written.questions.at(-1)?.round).toBe(2);
    expect(Object.values(written.results).map((result) => result.yes)).toEqual([
      7, 7, 7, 7, 7, 7, 6, 7, 7, 7,
    ]);
    expect(written.decisions['i7']?.['m05']).toMatchObject({ late: true });
    expect(written.notifiedAt).not.toBeNull();
  });
});
