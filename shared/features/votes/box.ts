import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { methods } from './methods/registry.ts';
import type { Vote } from './state.ts';

export interface BoxTally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly blank: number;
}

/**
 * Counts the opened box of a secret ballot; null for a method without one. It must hold one ballot for each member who
 * put one in: fewer or more is a box that cannot be trusted, and nothing is counted.
 */
export function openBox(vote: Vote, found: readonly string[] = []): BoxTally | null | Refusal {
  if (methods[vote.method].device !== 'sealed') return null;
  const sum = { yes: 0, no: 0, abstain: 0, blank: 0 };
  for (const choice of found) if (isChoice(choice)) sum[choice] += 1;
  const counted = sum.yes + sum.no + sum.abstain + sum.blank;
  if (counted === vote.took.size && found.length === counted) return sum;
  return refuse(
    'vote/box-mismatch',
    `投票した人は${String(vote.took.size)}人ですが、箱の中の票は${String(found.length)}票です。この採決を無効にして、投票をやり直してください。`,
    `${String(vote.took.size)} members voted, but the box holds ${String(found.length)} ballots. Declare this vote void and vote again.`,
  );
}

function isChoice(text: string): text is keyof BoxTally {
  return text === 'yes' || text === 'no' || text === 'abstain' || text === 'blank';
}
