import type { PlantedBug } from './plantedBug.ts';

/** In elections. */
export const electionBugs: readonly PlantedBug[] = [
  {
    name: 'elector-votes-twice',
    breaks: 'Who has cast a ballot in an election may cast another.',
    file: 'shared/features/elections/ballots.ts',
    find: '  if (getPerson(election.took, who) !== undefined)',
    put: '  if (getPerson(election.took, who) !== undefined && round.closed)',
  },
  {
    name: 'papers-not-counted',
    breaks: 'Papers that were counted by hand are not added to the box.',
    file: 'shared/features/elections/close.ts',
    find: 'new Map(Object.entries(round.papers?.counts ?? {}));',
    put: 'new Map<string, number>();',
  },
  {
    name: 'anybody-elects',
    breaks: 'Who came after an election was opened may vote in it.',
    file: 'shared/features/elections/ballots.ts',
    find: 'if (who !== null && election.eligible.includes(who) && seatOf',
    put: 'if (who !== null && seatOf',
  },
  {
    name: 'half-elects',
    breaks: 'Half of the votes elect where more than half are asked.',
    file: 'shared/rules/electionCount.ts',
    find: '  const required = Math.floor(valid / 2) + 1;',
    put: '  const required = Math.ceil(valid / 2);',
  },
];
