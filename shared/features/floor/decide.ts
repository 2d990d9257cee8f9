import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('floor: this verb is being built');
}

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
> = {
  raiseHand: pending,
  lowerHand: pending,
  recognize: pending,
  speak: pending,
  yieldFloor: pending,
  explain: pending,
  endExplain: pending,
  closeList: pending,
  openList: pending,
  reorderHand: pending,
};
