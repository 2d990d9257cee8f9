import type { Deciders } from '../../meeting/decider.ts';
import { castBallot, recordBallots } from './ballots.ts';
import { closeElection, drawLot } from './close.ts';
import { appoint, declareElected } from './declare.ts';
import { nominate, openElection } from './open.ts';

export const electionDeciders: Deciders<
  | 'openElection'
  | 'nominate'
  | 'castBallot'
  | 'recordBallots'
  | 'closeElection'
  | 'drawLot'
  | 'declareElected'
  | 'appoint'
> = {
  openElection,
  nominate,
  castBallot,
  recordBallots,
  closeElection,
  drawLot,
  declareElected,
  appoint,
};
