import type { Deciders } from '../../meeting/decider.ts';
import { endExplain, explain } from './explain.ts';
import { closeList, lowerHand, openList, raiseHand, reorderHand } from './hands.ts';
import { giveNotice, withdrawNotice } from './notices.ts';
import { recognize, speak, yieldFloor } from './nominate.ts';

export const floorDeciders: Deciders<
  | 'raiseHand'
  | 'lowerHand'
  | 'recognize'
  | 'speak'
  | 'yieldFloor'
  | 'explain'
  | 'endExplain'
  | 'closeList'
  | 'openList'
  | 'reorderHand'
  | 'giveNotice'
  | 'withdrawNotice'
> = {
  raiseHand,
  lowerHand,
  recognize,
  speak,
  yieldFloor,
  explain,
  endExplain,
  closeList,
  openList,
  reorderHand,
  giveNotice,
  withdrawNotice,
};
