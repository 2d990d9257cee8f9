import { describe, expect, it } from 'vitest';
import { judge, requiredYes } from '../../shared/rules/majority.ts';
import { question } from '../support/question.ts';

const twoThirds = { rule: { fractionAtLeast: { n: 2, d: 3 } } } as const;

describe('the worked examples of the arithmetic', () => {
  it('[V1] example 1: 16 of 18 reach 10', () => {
    expect(judge(question(18, { yes: 16, no: 2 }, { seats: 21 }))).toEqual({
      counts: { yes: 16, no: 2, abstain: 0, invalid: 0 },
      unaccounted: 0,
      base: 18,
      required: 10,
      level: false,
      outcome: 'carried',
    });
  });

  it('[V1] example 2: 11 against 7 needs 10, not 9 and not 11', () => {
    expect(judge(question(18, { yes: 11, no: 7 }))).toMatchObject({ required: 10, outcome: 'carried' });
    expect(judge(question(18, { yes: 10, no: 8 })).outcome).toBe('carried');
  });

  it('[V6] example 3: one of 18 is unaccounted for; found to have left, 17 voters need 9', () => {
    expect(judge(question(18, { yes: 15, no: 1, abstain: 1 })).unaccounted).toBe(1);
    expect(judge(question(17, { yes: 15, no: 1, abstain: 1 }))).toMatchObject({
      unaccounted: 0,
      required: 9,
      outcome: 'carried',
    });
  });

  it('[V1] example 4: 13 of 15 reach 8', () => {
    expect(judge(question(15, { yes: 13, no: 2 }))).toMatchObject({ required: 8, outcome: 'carried' });
  });

  it('[V3] example 5: 9 to 9 is the chair’s to decide', () => {
    expect(judge(question(18, { yes: 9, no: 9 }))).toMatchObject({ required: 10, outcome: 'tie' });
  });

  it('[V2] example 6: 9-8-1 is rejected when abstentions are in the base, carried when they are not', () => {
    const ballots = { yes: 9, no: 8, abstain: 1 };
    expect(judge(question(18, ballots))).toMatchObject({ base: 18, required: 10, outcome: 'rejected' });
    expect(judge(question(18, ballots, { decision: { base: 'validVotes' } }))).toMatchObject({
      base: 17,
      required: 9,
      outcome: 'carried',
    });
  });

  it('[V3] example 7: 8-8-1 is a tie, as abstentions are left out; without a tie rule it is rejected', () => {
    const ballots = { yes: 8, no: 8, abstain: 1 };
    expect(judge(question(17, ballots))).toMatchObject({ required: 9, outcome: 'tie' });
    expect(judge(question(17, ballots, { decision: { tieBase: 'none' } })).outcome).toBe('rejected');
  });

  it('[V4] example 8: a chair who has voted may still decide a tie', () => {
    const chair = 'memberAndCasting';
    expect(judge(question(20, { yes: 10, no: 10 }, { chair }))).toMatchObject({
      required: 11,
      outcome: 'tie',
    });
    expect(judge(question(19, { yes: 10, no: 9 }, { chair }))).toMatchObject({
      required: 10,
      outcome: 'carried',
    });
  });

  it('[V4] a chair with a vote and no casting vote leaves a tie rejected', () => {
    expect(judge(question(18, { yes: 9, no: 9 }, { chair: 'memberOnly' }))).toMatchObject({
      level: true,
      outcome: 'rejected',
    });
  });

  it('[V1] example 9: three voters need two; two voters may be level', () => {
    expect(judge(question(3, { yes: 2, no: 1 }))).toMatchObject({ required: 2, outcome: 'carried' });
    expect(judge(question(2, { yes: 1, no: 1 })).outcome).toBe('tie');
  });

  it('[V5] example 11: of 19, two thirds are 13, and no number is ever a tie', () => {
    expect(judge(question(19, { yes: 12, no: 7 }, { decision: twoThirds }))).toMatchObject({
      required: 13,
      outcome: 'rejected',
    });
    expect(judge(question(19, { yes: 13, no: 6 }, { decision: twoThirds })).outcome).toBe('carried');
    expect(judge(question(18, { yes: 9, no: 9 }, { decision: twoThirds })).outcome).toBe('rejected');
  });

  it('[V7] example 13: what 9-7 with two blank votes comes to depends on what a blank vote is', () => {
    const ballots = { yes: 9, no: 7, blank: 2 };
    expect(judge(question(18, ballots))).toMatchObject({ required: 10, outcome: 'rejected' });
    expect(judge(question(18, ballots, { decision: { base: 'validVotes' } }))).toMatchObject({
      base: 16,
      required: 9,
      outcome: 'carried',
    });
    expect(judge(question(18, ballots, { blank: 'asNo' }))).toMatchObject({
      counts: { no: 9 },
      outcome: 'tie',
    });
    expect(judge(question(18, ballots, { blank: 'invalid' }))).toMatchObject({
      counts: { abstain: 0, invalid: 2 },
      outcome: 'rejected',
    });
  });

  it('[V8] 8-8-2 of 18 is a tie that may be carried, while 9-8-1 is rejected', () => {
    expect(judge(question(18, { yes: 8, no: 8, abstain: 2 })).outcome).toBe('tie');
    expect(judge(question(18, { yes: 9, no: 8, abstain: 1 })).outcome).toBe('rejected');
  });
});

describe('the edges', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [17, 9],
    [18, 10],
    [19, 10],
    [2000, 1001],
  ])('[V1] a majority of %i is %i', (base, required) => {
    expect(requiredYes('majority', base)).toBe(required);
  });

  it.each([
    [2, 3, 1, 1],
    [2, 3, 3, 2],
    [2, 3, 18, 12],
    [3, 4, 19, 15],
    [4, 5, 10, 8],
    [1, 2, 10, 5],
    [1, 3, 0, 1],
  ])('[V5] at least %i/%i of %i is %i', (n, d, base, required) => {
    expect(requiredYes({ fractionAtLeast: { n, d } }, base)).toBe(required);
  });

  it('[V5] unanimity asks everybody who may vote; of valid votes, an abstention does not break it', () => {
    const rule = 'unanimous';
    expect(judge(question(5, { yes: 5 }, { decision: { rule } })).outcome).toBe('carried');
    expect(judge(question(5, { yes: 4, abstain: 1 }, { decision: { rule } })).outcome).toBe('rejected');
    const valid = { decision: { rule, base: 'validVotes' } } as const;
    expect(judge(question(5, { yes: 4, abstain: 1 }, valid)).outcome).toBe('carried');
    expect(judge(question(5, { abstain: 5 }, valid)).outcome).toBe('rejected');
  });

  it('[V5] a plurality asks one more yes than noes', () => {
    const decision = { rule: 'plurality' } as const;
    expect(judge(question(18, { yes: 3, no: 2, abstain: 13 }, { decision })).outcome).toBe('carried');
    expect(judge(question(18, { yes: 2, no: 2, abstain: 14 }, { decision })).outcome).toBe('tie');
    expect(judge(question(18, { yes: 2, no: 3, abstain: 13 }, { decision }))).toMatchObject({
      required: 4,
      outcome: 'rejected',
    });
  });

  it('[V2] a share of the seats counts empty ones against the question', () => {
    const rules = { seats: 21, decision: { base: 'seats' } } as const;
    expect(judge(question(12, { yes: 10, no: 2 }, rules))).toMatchObject({
      base: 21,
      required: 11,
      outcome: 'rejected',
    });
    expect(judge(question(12, { yes: 11, no: 1 }, rules)).outcome).toBe('carried');
  });

  it('[V2] under valid votes nobody unaccounted for lowers the number before they are settled', () => {
    const valid = { decision: { base: 'validVotes' } } as const;
    expect(judge(question(18, { yes: 5 }, valid))).toMatchObject({ base: 18, required: 10, unaccounted: 13 });
    expect(judge(question(18, { yes: 5, no: 4, abstain: 9 }, valid))).toMatchObject({ base: 9, required: 5 });
  });

  it('[V3] where everybody abstains, yes and no are level at nothing', () => {
    expect(judge(question(4, { abstain: 4 }))).toMatchObject({ level: true, outcome: 'tie' });
  });
});
