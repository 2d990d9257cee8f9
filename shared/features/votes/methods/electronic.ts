import { countedEnd } from './method.ts';
import type { VoteMethod } from './method.ts';

/** 電子採決: everybody votes on a device; for somebody without one the desk enters their vote or a count. */
export const electronic = {
  name: 'electronic',
  label: { ja: '電子採決', en: 'Electronic vote' },
  device: 'named',
  counts: true,
  named: true,
  blank: false,
  calls: true,
  hiddenUntilClose: false,
  restAreAgainst: false,
  steps: () => [{ step: 'ballots' }, ...countedEnd],
} as const satisfies VoteMethod;
