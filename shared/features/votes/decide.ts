import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('votes: this verb is being built');
}

export const voteDeciders: Deciders<
  | 'openVote'
  | 'callChoice'
  | 'castVote'
  | 'recordCount'
  | 'recordVote'
  | 'announceClosing'
  | 'closeVote'
  | 'resolve'
  | 'correctVote'
  | 'reportCount'
  | 'castingVote'
  | 'declareResult'
  | 'voidVote'
  | 'object'
  | 'moveMotion'
  | 'secondMotion'
  | 'withdrawMotion'
  | 'putMotion'
> = {
  openVote: pending,
  callChoice: pending,
  castVote: pending,
  recordCount: pending,
  recordVote: pending,
  announceClosing: pending,
  closeVote: pending,
  resolve: pending,
  correctVote: pending,
  reportCount: pending,
  castingVote: pending,
  declareResult: pending,
  voidVote: pending,
  object: pending,
  moveMotion: pending,
  secondMotion: pending,
  withdrawMotion: pending,
  putMotion: pending,
};
