import type { VoteMethod } from './method.ts';

/** 簡易採決: carried where nobody objects (異議なし); enough objections take the matter to another method. */
export const noObjection = {
  name: 'noObjection',
  label: { ja: '簡易採決（異議の有無）', en: 'No objection' },
  device: 'objection',
  counts: false,
  named: false,
  blank: false,
  calls: false,
  hiddenUntilClose: false,
  restAreAgainst: false,
  steps: () => [{ step: 'objections' }, { step: 'declare' }],
} as const satisfies VoteMethod;
