import { callSteps, countedEnd } from './method.ts';
import type { VoteMethod } from './method.ts';

/** 起立採決: those in favour stand. Where only they are called, whoever stays seated is against. */
export const standing = {
  name: 'standing',
  label: { ja: '起立採決', en: 'Standing vote' },
  device: 'named',
  counts: true,
  named: true,
  blank: false,
  calls: true,
  hiddenUntilClose: false,
  restAreAgainst: true,
  steps: (rules) => [...callSteps(rules), ...countedEnd],
} as const satisfies VoteMethod;
