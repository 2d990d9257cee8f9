import { countedEnd } from './method.ts';
import type { VoteMethod } from './method.ts';

/** 記名投票: by name, called by the roll, shut until the close and printed in the roll's order. */
export const namedBallot = {
  name: 'namedBallot',
  label: { ja: '記名投票', en: 'Named ballot' },
  device: 'named',
  counts: false,
  named: true,
  blank: true,
  calls: false,
  hiddenUntilClose: true,
  restAreAgainst: false,
  steps: () => [{ step: 'ballots' }, ...countedEnd],
} as const satisfies VoteMethod;
