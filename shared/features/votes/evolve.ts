import type { Evolvers } from '../../meeting/decider.ts';
import type { VoteEvents } from './events.ts';

export const voteEvolvers: Evolvers<keyof VoteEvents> = {
  VoteOpened: (state) => state,
  ChoiceCalled: (state) => state,
  VoteCast: (state) => state,
  SecretBallotCast: (state) => state,
  CountRecorded: (state) => state,
  VoteRecorded: (state) => state,
  ClosingAnnounced: (state) => state,
  VoteClosed: (state) => state,
  BoxOpened: (state) => state,
  VoteResolved: (state) => state,
  VoteCorrected: (state) => state,
  CountReported: (state) => state,
  CastingVoteGiven: (state) => state,
  ResultDeclared: (state) => state,
  VoteVoided: (state) => state,
  ObjectionRaised: (state) => state,
  VoteEscalated: (state) => state,
  MotionMoved: (state) => state,
  MotionSeconded: (state) => state,
  MotionWithdrawn: (state) => state,
};
