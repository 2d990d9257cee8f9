import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('elections: this verb is being built');
}

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
  openElection: pending,
  nominate: pending,
  castBallot: pending,
  recordBallots: pending,
  closeElection: pending,
  drawLot: pending,
  declareElected: pending,
  appoint: pending,
};
