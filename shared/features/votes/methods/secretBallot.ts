import { countedEnd } from './method.ts';
import type { VoteMethod } from './method.ts';

/** 無記名投票: the record holds that a member took part; the choices lie in a box that is opened at the close. */
export const secretBallot = {
  name: 'secretBallot',
  label: { ja: '無記名投票', en: 'Secret ballot' },
  device: 'sealed',
  counts: true,
  named: false,
  blank: true,
  calls: false,
  hiddenUntilClose: true,
  restAreAgainst: false,
  steps: () => [{ step: 'ballots' }, ...countedEnd],
} as const satisfies VoteMethod;
