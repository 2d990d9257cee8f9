import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quorumOf } from '../../shared/rules/quorum.ts';
import { rulesWithDefaults } from '../../shared/rules/rules.ts';
import type { Rules } from '../../shared/rules/rules.ts';

const anyRule = fc.oneof(
  fc.constantFrom('majority' as const, 'atLeastHalf' as const),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .map(([a, b]) => ({ fraction: { n: Math.min(a, b), d: Math.max(a, b) } })),
  fc.integer({ min: 1, max: 60 }).map((count) => ({ count })),
);

/** The rule as one would say it: is this many enough? Without any rounding. */
function isEnough(rule: Rules['quorum']['rule'], base: number, present: number): boolean {
  if (rule === 'majority') return present * 2 > base;
  if (rule === 'atLeastHalf') return present * 2 >= base;
  if ('count' in rule) return present >= rule.count;
  return present * rule.fraction.d >= base * rule.fraction.n;
}

describe('the quorum', () => {
  it('[Q1, Q2, Q4] is the smallest number that is enough, tried one by one', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.constantFrom('seats' as const, 'inOffice' as const),
        fc.boolean(),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 5 }),
        (rule, base, recusalExempt, seats, inOffice, counted, recused) => {
          const { quorum: rules } = rulesWithDefaults({ quorum: { rule, base, recusalExempt } });
          const judged = quorumOf(rules, { seats, inOffice, counted, recused, leftOut: 0 });
          const of = base === 'seats' ? seats : inOffice;
          let smallest = 0;
          while (!isEnough(rule, of, smallest)) smallest += 1;
          expect(judged.required).toBe(smallest);
          expect(judged.met).toBe(
            isEnough(rule, of, counted) || (recusalExempt && isEnough(rule, of, counted + recused)),
          );
          expect(judged.explanation.ja).toContain(`${String(smallest)}人`);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
