import * as v from 'valibot';
import type { Ballots, Question } from '../../shared/rules/majority.ts';
import { decisionSchema, type Decision } from '../../shared/rules/rules.ts';

/** A question as the default rules put it to `eligible` voters, with what a test says differently. */
export function question(
  eligible: number,
  ballots: Partial<Ballots>,
  rules: Partial<Omit<Question, 'ballots' | 'eligible' | 'decision'>> & { decision?: Partial<Decision> } = {},
): Question {
  return {
    seats: eligible,
    chair: 'castingOnly',
    blank: 'abstain',
    ...rules,
    eligible,
    decision: v.parse(decisionSchema, rules.decision ?? {}),
    ballots: { yes: 0, no: 0, abstain: 0, blank: 0, invalid: 0, ...ballots },
  };
}
