import type { Evolvers } from '../../meeting/decider.ts';
import type { ElectionEvents } from './events.ts';

export const electionEvolvers: Evolvers<keyof ElectionEvents> = {
  ElectionOpened: (state) => state,
  Nominated: (state) => state,
  NominationObjected: (state) => state,
  ElectionBallotCast: (state) => state,
  ElectionBallotsRecorded: (state) => state,
  ElectionClosed: (state) => state,
  LotDrawn: (state) => state,
  ElectedDeclared: (state) => state,
  Appointed: (state) => state,
};
