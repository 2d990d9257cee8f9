import { callSteps, countedEnd } from './method.ts';
import type { VoteMethod } from './method.ts';

/** 挙手採決: hands in the room are counted by the desk, those online vote on their device; the two are added. */
export const showOfHands = {
  name: 'showOfHands',
  label: { ja: '挙手採決', en: 'Show of hands' },
  device: 'named',
  counts: true,
  named: true,
  blank: false,
  calls: true,
  hiddenUntilClose: false,
  restAreAgainst: false,
  steps: (rules) => [...callSteps(rules), ...countedEnd],
} as const satisfies VoteMethod;
