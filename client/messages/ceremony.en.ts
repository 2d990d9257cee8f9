import type { CeremonyWords } from './ceremony.ts';

export const en: CeremonyWords = {
  title: 'Vote',
  steps: 'Steps of the vote',
  callYes: 'Those in favour',
  callNo: 'Those against',
  callAbstain: 'Abstentions',
  ballots: 'Ballots',
  objections: 'Any objection?',
  close: 'Close',
  report: 'Count reported',
  casting: 'Casting vote',
  declare: 'Declaration',
  skipped: 'left out',

  noObjection: 'No objection',
  showOfHands: 'Show of hands',
  standing: 'Standing',
  namedBallot: 'Named ballot',
  secretBallot: 'Secret ballot',
  electronic: 'Electronic vote',

  round: (p) => `round ${p.n}`,
  inProgress: 'voting',
  tie: 'tied',
  waitingDeclaration: 'to be declared',
  carried: 'Carried',
  rejected: 'Rejected',
  amendment: 'Amendment',
  motion: 'Motion',
};
