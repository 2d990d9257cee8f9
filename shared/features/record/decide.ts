import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('record: this verb is being built');
}

export const recordDeciders: Deciders<
  | 'concludeItem'
  | 'attachOpinion'
  | 'respondOpinion'
  | 'promise'
  | 'fulfil'
  | 'note'
  | 'stageDirection'
  | 'writeTurn'
  | 'correctTurn'
  | 'withdrawRemark'
> = {
  concludeItem: pending,
  attachOpinion: pending,
  respondOpinion: pending,
  promise: pending,
  fulfil: pending,
  note: pending,
  stageDirection: pending,
  writeTurn: pending,
  correctTurn: pending,
  withdrawRemark: pending,
};
