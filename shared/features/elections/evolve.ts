import type { Evolvers } from '../../meeting/decider.ts';
import type { PersonId } from '../../meeting/person.ts';
import { emptyPersonMap, setPerson } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { ElectionEvents } from './events.ts';
import type { Election, ElectionMethod, ElectionRound, ElectionsState, Office } from './state.ts';

export const electionEvolvers: Evolvers<keyof ElectionEvents> = {
  ElectionOpened: (state, event) => {
    const { election: no, item, office, method, eligible, at } = event;
    const opened: Election = {
      no,
      item,
      office,
      method,
      openedAt: at,
      eligible,
      nominees: [],
      objections: [],
      rounds: method === 'acclaimByNomination' ? [] : [roundOf(1, null)],
      took: emptyPersonMap(),
      lotAmong: null,
      lotFor: null,
      placed: [],
      lot: null,
      winner: null,
      elected: null,
      status: 'open',
    };
    const before = state.elections.elections.map((one) =>
      one.status === 'declared' ? one : { ...one, status: 'abandoned' as const },
    );
    return withElections(state, { elections: [...before, opened] });
  },
  Nominated: (state, event) =>
    withElection(state, event.election, (one) => ({
      nominees: [...one.nominees, event.who],
      ...byBallot(one, event.then),
    })),
  NominationObjected: (state, event) =>
    withElection(state, event.election, (one) => ({
      objections: [...one.objections, event.who],
      ...byBallot(one, event.then),
    })),
  ElectionBallotCast: (state, event) =>
    withElection(state, event.election, (one) => ({ took: setPerson(one.took, event.who, true) })),
  ElectionBallotsRecorded: (state, event) =>
    withElection(state, event.election, (one) =>
      withRound(one, event.round, {
        papers: { counts: event.counts, blank: event.blank, invalid: event.invalid },
      }),
    ),
  ElectionClosed: (state, event) =>
    withElection(state, event.election, (one) => {
      const { counts, blank, invalid, next, among, lotFor, placed } = event;
      const closed = withRound(one, event.round, { counts, blank, invalid, closed: true });
      switch (next) {
        case 'elected':
          return { ...closed, winner: among[0] ?? null, status: 'counted' };
        case 'runoff':
          return runoff(closed.rounds, among);
        case 'lot':
          return { ...closed, lotAmong: among, lotFor, placed };
      }
    }),
  LotDrawn: (state, event) =>
    withElection(state, event.election, (one) => {
      const { winner, witnesses } = event;
      const drawn = { lot: { winner, witnesses }, lotAmong: null, lotFor: null } as const;
      if (event.for === 'office') return { ...drawn, winner, status: 'counted' };
      const placed = [...one.placed, winner];
      if (placed.length === 2) return { ...drawn, ...runoff(one.rounds, placed) };
      return {
        lot: drawn.lot,
        placed,
        lotAmong: one.lotAmong?.filter((who) => who !== winner) ?? null,
      };
    }),
  ElectedDeclared: (state, event) =>
    inOffice(
      withElection(state, event.election, () => ({ elected: event.who, status: 'declared' })),
      event.office,
      event.who,
      'elected',
    ),
  Appointed: (state, event) => inOffice(state, event.office, event.who, 'appointed'),
};

function roundOf(no: number, candidates: readonly PersonId[] | null): ElectionRound {
  return { no, candidates, papers: null, counts: null, blank: 0, invalid: 0, closed: false };
}

function byBallot(one: Election, then: ElectionMethod | null): Partial<Election> {
  if (then === null || one.rounds.length > 0) return {};
  return { method: then, rounds: [roundOf(1, null)] };
}

function runoff(rounds: readonly ElectionRound[], between: readonly PersonId[]): Partial<Election> {
  return {
    rounds: [...rounds, roundOf(rounds.length + 1, between)],
    took: emptyPersonMap(),
    placed: [],
    lotAmong: null,
    lotFor: null,
  };
}

function withRound(one: Election, no: number, change: Partial<ElectionRound>): Pick<Election, 'rounds'> {
  return { rounds: one.rounds.map((round) => (round.no === no ? { ...round, ...change } : round)) };
}

function withElection(
  state: MeetingState,
  no: number,
  change: (one: Election) => Partial<Election>,
): MeetingState {
  return withElections(state, {
    elections: state.elections.elections.map((one) => (one.no === no ? { ...one, ...change(one) } : one)),
  });
}

function withElections(state: MeetingState, change: Partial<ElectionsState>): MeetingState {
  return { ...state, elections: { ...state.elections, ...change } };
}

/** Somebody takes an office; whoever held it, and nobody else, is an ordinary member again. */
function inOffice(
  state: MeetingState,
  office: Office,
  who: PersonId,
  by: 'elected' | 'appointed',
): MeetingState {
  const people = Object.fromEntries(
    Object.entries(state.roster.people).map(([id, person]) => {
      if (id === who) return [id, { ...person, role: office }];
      return [id, person.role === office ? { ...person, role: 'member' as const } : person];
    }),
  );
  const kept = Object.fromEntries(
    Object.entries(state.elections.offices).filter(([, holder]) => holder.who !== who),
  );
  return withElections(
    { ...state, roster: { ...state.roster, people } },
    { offices: { ...kept, [office]: { who, by } } },
  );
}
