import type { CeremonyStep } from './methods/method.ts';
import { methods } from './methods/registry.ts';
import { judgeVote } from './outcome.ts';
import type { Vote } from './state.ts';
import { totals } from './tally.ts';

/** A step with the time it was taken, epoch ms; null where it was not. */
export type TakenStep = CeremonyStep & { readonly at: number | null };

export interface Ceremony {
  readonly steps: readonly TakenStep[];
  /** The step the ceremony is at: an index into `steps`, its length when all are done. */
  readonly at: number;
}

/**
 * Where a vote is in its ceremony. A call that the chair left out is passed over once a later step was taken; the
 * casting vote is a step only where the votes are level.
 */
export function ceremonyOf(vote: Vote): Ceremony {
  const steps = methods[vote.method]
    .steps(vote.rules.vote)
    .filter((step) => step.step !== 'casting' || isTie(vote))
    .map((step): TakenStep => ({ ...step, at: takenAt(vote, step) }));
  return { steps, at: steps.findLastIndex((step) => step.at !== null) + 1 };
}

function isTie(vote: Vote): boolean {
  if (vote.castingVote !== null) return true;
  return vote.status !== 'open' && totals(vote).unaccounted === 0 && judgeVote(vote).outcome === 'tie';
}

function takenAt(vote: Vote, step: CeremonyStep): number | null {
  switch (step.step) {
    case 'call':
      return vote.calls.findLast((call) => call.choice === step.choice)?.at ?? null;
    case 'ballots':
    case 'objections':
      return vote.closedAt ?? vote.declaredAt;
    case 'close':
      return vote.closedAt;
    case 'report':
      return vote.reportedAt;
    case 'casting':
      return vote.castingVote?.at ?? null;
    case 'declare':
      return vote.declaredAt;
  }
}
