import type { Deciders } from '../../meeting/decider.ts';
import { castVote, recordVote } from './ballots.ts';
import { announceClosing, callChoice } from './calls.ts';
import { closeVote, resolve } from './close.ts';
import { correctVote } from './correct.ts';
import { recordCount } from './counts.ts';
import { castingVote, declareResult, reportCount } from './declare.ts';
import { moveMotion, placeAmendment, putMotion, secondMotion, withdrawMotion } from './motions.ts';
import { openVote } from './open.ts';
import { object, voidVote } from './undo.ts';

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
  | 'placeAmendment'
  | 'secondMotion'
  | 'withdrawMotion'
  | 'putMotion'
> = {
  openVote,
  callChoice,
  castVote,
  recordCount,
  recordVote,
  announceClosing,
  closeVote,
  resolve,
  correctVote,
  reportCount,
  castingVote,
  declareResult,
  voidVote,
  object,
  moveMotion,
  placeAmendment,
  secondMotion,
  withdrawMotion,
  putMotion,
};
