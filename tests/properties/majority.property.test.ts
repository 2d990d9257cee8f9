import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultSentence } from '../../shared/rules/explanation.ts';
import { judge, type Ballots, type Question } from '../../shared/rules/majority.ts';
import type { Decision } from '../../shared/rules/rules.ts';

const ratio = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .map(([a, b]) => ({ n: Math.min(a, b), d: Math.max(a, b) }));
const decision: fc.Arbitrary<Decision> = fc.record({
  rule: fc.oneof(
    fc.constantFrom('majority', 'unanimous', 'plurality'),
    ratio.map((fractionAtLeast) => ({ fractionAtLeast })),
  ),
  base: fc.constantFrom('presentEligible', 'validVotes', 'seats'),
  tieBase: fc.constantFrom('yesEqualsNo', 'none'),
});

function total({ yes, no, abstain, blank, invalid }: Ballots): number {
  return yes + no + abstain + blank + invalid;
}

/** Splits `eligible` people among the five kinds of ballot and those not heard of. */
const ballotsOf = (eligible: number): fc.Arbitrary<Ballots> =>
  fc.array(fc.integer({ min: 0, max: eligible }), { minLength: 5, maxLength: 5 }).map((cuts) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = [...cuts].sort((x, y) => x - y);
    return { yes: a, no: b - a, abstain: c - b, blank: d - c, invalid: e - d };
  });

const rules = fc.record({
  decision,
  eligible: fc.integer({ min: 0, max: 40 }),
  vacant: fc.integer({ min: 0, max: 5 }),
  blank: fc.constantFrom('abstain' as const, 'invalid' as const, 'asNo' as const),
  chair: fc.constantFrom('castingOnly' as const, 'memberAndCasting' as const, 'memberOnly' as const),
});

/** A question with every voter accounted for, in all the rules there are. */
const settled: fc.Arbitrary<Question> = rules.chain(({ vacant, ...rest }) =>
  ballotsOf(rest.eligible).map((ballots) => {
    const rejected = rest.eligible - total(ballots);
    return { ...rest, seats: rest.eligible + vacant, ballots: { ...ballots, no: ballots.no + rejected } };
  }),
);

describe('the arithmetic over all the rules', () => {
  it('[V10] where no casting vote decides, more yes never fares worse than fewer of the same rule and base', () => {
    fc.assert(
      fc.property(settled, fc.nat(), (question, seed) => {
        const one = judge(question);
        const moved = seed % (question.ballots.no + 1);
        const { yes, no } = question.ballots;
        const two = judge({
          ...question,
          ballots: { ...question.ballots, yes: yes + moved, no: no - moved },
        });
        fc.pre(one.outcome !== 'tie' && two.outcome !== 'tie');
        if (one.outcome === 'carried') expect(two.outcome).toBe('carried');
      }),
      { numRuns: 1000 },
    );
  });

  it('[V10] a carried question has at least as many yes as any rejected one of the same rule, base and voters', () => {
    fc.assert(
      fc.property(
        settled.chain((q) => fc.tuple(fc.constant(q), ballotsOf(q.eligible))),
        ([question, other]) => {
          const rest = question.eligible - total(other);
          const one = judge(question);
          const two = judge({ ...question, ballots: { ...other, no: other.no + rest } });
          fc.pre(one.base === two.base);
          // A plurality has no base of its own: the same votes for and against make the same one.
          const cast = (j: typeof one) => j.counts.yes + j.counts.no;
          fc.pre(question.decision.rule !== 'plurality' || cast(one) === cast(two));
          if (one.outcome === 'carried' && two.outcome === 'rejected')
            expect(one.counts.yes).toBeGreaterThanOrEqual(two.counts.yes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('[V10] where no casting vote decides, an abstention turned into a yes never loses a carried question', () => {
    fc.assert(
      fc.property(settled, (question) => {
        fc.pre(question.ballots.abstain > 0 && judge(question).outcome === 'carried');
        const { yes, abstain } = question.ballots;
        const turned = { ...question.ballots, yes: yes + 1, abstain: abstain - 1 };
        expect(judge({ ...question, ballots: turned }).outcome).toBe('carried');
      }),
      { numRuns: 400 },
    );
  });

  it('[V6] yes, no, abstaining, invalid and unaccounted for are always all who may vote', () => {
    fc.assert(
      fc.property(
        rules.chain(({ vacant, ...rest }) =>
          ballotsOf(rest.eligible).map((ballots) => ({ ...rest, seats: rest.eligible + vacant, ballots })),
        ),
        (question) => {
          const { counts, unaccounted } = judge(question);
          expect(counts.yes + counts.no + counts.abstain + counts.invalid + unaccounted).toBe(
            question.eligible,
          );
        },
      ),
    );
  });

  it('[V9] every outcome is explained by the numbers it was made of', () => {
    fc.assert(
      fc.property(settled, (question) => {
        const judged = judge(question);
        const { decision, eligible, seats, chair } = question;
        const said = resultSentence(
          {
            decision,
            eligible,
            seats,
            chair,
            present: eligible + 1,
            chairExcluded: true,
            chairTitle: '会長',
          },
          judged,
          null,
        );
        for (const text of [said.ja, said.en]) {
          const numbers = [...text.matchAll(/\d+/g)].map(([n]) => Number(n));
          expect(numbers).toContain(judged.counts.yes);
          if (decision.rule !== 'plurality' && decision.rule !== 'unanimous')
            expect(numbers).toContain(judged.required);
        }
        expect(said.ja.includes('達しています')).toBe(
          judged.outcome === 'carried' && decision.rule !== 'plurality',
        );
        expect(said.ja.includes('が決めます')).toBe(judged.outcome === 'tie');
      }),
      { numRuns: 1000 },
    );
  });
});
