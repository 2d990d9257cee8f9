import { describe, expect, it } from 'vitest';
import { electionOnTable } from '../../shared/features/elections/table.ts';
import { boxToOpen } from '../../shared/meeting/boxToOpen.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import { presidingPerson } from '../../shared/meeting/presiding.ts';
import { replay } from '../../shared/meeting/replay.ts';
import { countElection, countSentence } from '../../shared/rules/electionCount.ts';
import { ofType } from '../support/given.ts';
import type { Played } from '../support/given.ts';
import type { PlanWishes } from '../support/plans.ts';
import { debating, voting } from '../support/voting.ts';

type Method = CommandInput<'openElection'>['method'];
const openElection = (method: Method, office: 'chair' | 'deputyChair' = 'chair') =>
  ({ do: 'openElection', item: 'i1', office, method }) as const;

/** A first meeting of seven without a chair, led by the secretariat, with an election of the chair open. */
function electing(method: Method, wishes: PlanWishes = {}): Played {
  const meeting = debating({ members: 7, chair: false, ...wishes });
  meeting.ok('desk', openElection(method));
  return meeting;
}

function papers(counts: Record<string, number>, more: { blank?: number; invalid?: number } = {}) {
  return { do: 'recordBallots', counts, ...more } as const;
}

const closeIt: CommandInput = { do: 'closeElection' };
const elect = (who: string) => ({ do: 'declareElected', who }) as const;

describe('elections by acclamation', () => {
  it('[E2, E8, E9] elect the one nominee to whom nobody objects, who then takes the chair', () => {
    const meeting = electing('acclaimByNomination');
    expect(presidingPerson(meeting.state)).toBe('s01');
    meeting.ok('m03', { do: 'nominate', who: 'm05' });
    expect(meeting.ok('m04', { do: 'nominate', who: 'm05' }).events).toEqual([]);
    expect(meeting.ok('desk', closeIt).events).toEqual([]);
    expect(meeting.refused('desk', elect('m06')).code).toBe('election/not-elected');
    meeting.ok('desk', elect('m05'));
    expect(meeting.state.roster.people['m05']?.role).toBe('chair');
    expect(presidingPerson(meeting.state)).toBe('m05');
    expect(meeting.state.elections.offices).toEqual({ chair: { who: 'm05', by: 'elected' } });
    expect(meeting.refused('m05', elect('m05')).code).toBe('election/not-open');
    expect(replay(meeting.log)).toEqual(meeting.state);
  });

  it('[E2] go to a ballot on one objection', () => {
    const meeting = electing('acclaimByNomination');
    expect(meeting.refused('m04', { do: 'object', item: 'i1' }).code).toBe('election/nothing-to-object');
    meeting.ok('m03', { do: 'nominate', who: 'm05' });
    meeting.ok('m04', { do: 'object', item: 'i1' });
    expect(electionOnTable(meeting.state)?.method).toBe('majorityRunoff');
    expect(meeting.refused('desk', elect('m05')).code).toBe('election/not-closed');
    meeting.ok('desk', papers({ m05: 4, m06: 3 }));
    meeting.all('desk', closeIt, elect('m05'));
  });

  it('[E2] go to the body’s own ballot on a second nominee', () => {
    const meeting = electing('acclaimByNomination', { rules: { election: { method: 'plurality' } } });
    expect(meeting.refused('desk', elect('m05')).code).toBe('election/no-nominee');
    expect(meeting.refused('desk', { do: 'castBallot', choice: 'm05' }).code).toBe('election/no-ballot');
    meeting.ok('m03', { do: 'nominate', who: 'm05' });
    meeting.ok('m05', { do: 'nominate', who: 'm03' });
    expect(electionOnTable(meeting.state)?.method).toBe('plurality');
    meeting.ok('desk', papers({ m05: 3, m03: 2 }));
    meeting.all('desk', closeIt, elect('m05'));
  });
});

describe('elections by ballot', () => {
  it('[E4] example 16: 3-3-1 of seven goes to a run-off, which 4-3 decides', () => {
    const meeting = electing('majorityRunoff');
    meeting.ok('desk', papers({ m02: 3, m03: 3, m04: 1 }));
    const [closed] = ofType(meeting.ok('desk', closeIt).events, 'ElectionClosed');
    expect(closed).toMatchObject({ next: 'runoff', among: ['m02', 'm03'] });
    expect(meeting.refused('desk', papers({ m04: 4 })).code).toBe('election/not-candidate');
    expect(meeting.refused('desk', elect('m02')).code).toBe('election/not-closed');
    meeting.ok('desk', papers({ m02: 4, m03: 3 }));
    meeting.all('desk', closeIt, elect('m02'));
    expect(presidingPerson(meeting.state)).toBe('m02');
  });

  it('[E7] example 16: a run-off of 3-3 with one invalid goes to the lot', () => {
    const meeting = electing('majorityRunoff');
    const lot: CommandInput<'drawLot'> = { do: 'drawLot', winner: 'm03', witnesses: ['m06', 'm07'] };
    meeting.ok('desk', papers({ m02: 3, m03: 3, m04: 1 }));
    meeting.ok('desk', closeIt);
    expect(meeting.refused('desk', lot).code).toBe('election/no-lot');
    meeting.ok('desk', papers({ m02: 3, m03: 3 }, { invalid: 1 }));
    meeting.ok('desk', closeIt);
    expect(meeting.refused('desk', elect('m03')).code).toBe('election/lot-needed');
    expect(meeting.refused('desk', papers({ m02: 3 })).code).toBe('election/lot-needed');
    expect(meeting.refused('desk', { ...lot, winner: 'm04' }).code).toBe('election/not-tied');
    expect(meeting.refused('desk', { ...lot, witnesses: ['m99'] }).code).toBe('attendance/unknown-person');
    meeting.ok('desk', lot);
    expect(meeting.refused('desk', elect('m02')).code).toBe('election/not-elected');
    meeting.ok('desk', elect('m03'));
    expect(meeting.state.elections.elections[0]?.lot).toEqual({ winner: 'm03', witnesses: ['m06', 'm07'] });
  });

  it('[E5] draws lots for the places of a run-off', () => {
    const meeting = electing('majorityRunoff');
    meeting.ok('desk', papers({ m02: 3, m03: 2, m04: 2 }));
    meeting.ok('desk', closeIt);
    meeting.ok('desk', { do: 'drawLot', winner: 'm04' });
    expect(electionOnTable(meeting.state)?.rounds.at(-1)?.candidates).toEqual(['m02', 'm04']);
    const three = electing('majorityRunoff');
    three.ok('desk', papers({ m02: 2, m03: 2, m04: 2 }, { blank: 1 }));
    three.ok('desk', closeIt);
    three.ok('desk', { do: 'drawLot', winner: 'm03' });
    expect(three.refused('desk', { do: 'drawLot', winner: 'm03' }).code).toBe('election/not-tied');
    three.ok('desk', { do: 'drawLot', winner: 'm02' });
    expect(electionOnTable(three.state)?.rounds.at(-1)?.candidates).toEqual(['m03', 'm02']);
    expect(replay(three.log)).toEqual(three.state);
  });

  it('[E6, E7] by plurality the most votes elect, and a tie goes to the lot', () => {
    const meeting = electing('plurality');
    meeting.ok('desk', papers({ m02: 3, m03: 2, m04: 2 }));
    meeting.all('desk', closeIt, elect('m02'));
    const tie = electing('plurality');
    tie.ok('desk', papers({ m02: 3, m03: 3 }, { blank: 1 }));
    tie.ok('desk', closeIt);
    expect(electionOnTable(tie.state)).toMatchObject({ lotAmong: ['m02', 'm03'], lotFor: 'office' });
  });

  it('[E3] keeps whom a member chose out of the record, and takes one ballot of each', () => {
    const meeting = electing('majorityRunoff');
    const cast = meeting.ok('m03', { do: 'castBallot', choice: 'm05' });
    expect(cast.events).toEqual([{ type: 'ElectionBallotCast', election: 1, round: 1, who: 'm03' }]);
    expect(cast.sealed).toEqual({ box: 'election:1:1', deposit: 'm05' });
    expect(meeting.refused('m03', { do: 'castBallot', choice: 'm04' }).code).toBe('election/already-cast');
    expect(meeting.refused('m04', { do: 'castBallot', choice: 'k01' }).code).toBe('election/not-candidate');
    expect(meeting.refused('desk', { do: 'castBallot', choice: 'm05' }).code).toBe('election/not-eligible');
    expect(meeting.ok('m04', { do: 'castBallot', choice: null }).sealed?.deposit).toBe('*');
    expect(meeting.refused('desk', papers({ m05: 6 })).code).toBe('election/too-many');
    meeting.ok('desk', papers({ m05: 3, m06: 2 }));
    expect(meeting.refused('m05', { do: 'castBallot', choice: 'm05' }).code).toBe('election/already-counted');
    expect(boxToOpen(meeting.state, { do: 'closeElection' })).toBe('election:1:1');
    expect(meeting.refused('desk', closeIt, undefined, { box: ['m05'] }).code).toBe('election/box-mismatch');
    const closed = meeting.ok('desk', closeIt, undefined, { box: ['*', 'm05'] });
    expect(closed.sealed).toEqual({ box: 'election:1:1', destroy: true });
    expect(ofType(closed.events, 'ElectionClosed')).toMatchObject([
      { counts: { m05: 4, m06: 2 }, blank: 1, next: 'elected', among: ['m05'] },
    ]);
  });

  it('[E11] is begun anew when it failed, and the first one stays in the record', () => {
    const meeting = electing('majorityRunoff');
    expect(meeting.refused('desk', openElection('majorityRunoff')).code).toBe('election/another-open');
    expect(meeting.refused('desk', { do: 'openVote', item: 'i1', method: 'standing' }).code).toBe(
      'vote/election-open',
    );
    expect(meeting.refused('desk', closeIt).code).toBe('election/no-votes');
    meeting.ok('m03', { do: 'castBallot', choice: 'm05' });
    expect(meeting.ok('desk', openElection('majorityRunoff')).sealed).toEqual({
      box: 'election:1:1',
      destroy: true,
    });
    expect(meeting.state.elections.elections.map((e) => e.status)).toEqual(['abandoned', 'open']);
    meeting.ok('m03', { do: 'castBallot', choice: 'm05' });
    expect(meeting.ok('desk', closeIt, undefined, { box: ['m05'] }).sealed?.box).toBe('election:2:1');
  });

  it('[E16] leaves no box behind: it is destroyed by the next election and at the end of the meeting', () => {
    const left = { box: 'election:1:1', destroy: true };
    for (const end of [{ do: 'closeMeeting' }, { do: 'adjourn', reason: '日没' }] as const) {
      const meeting = electing('majorityRunoff');
      meeting.ok('m03', { do: 'castBallot', choice: 'm05' });
      expect(meeting.ok('desk', end).sealed).toEqual(left);
    }
    const elsewhere = electing('majorityRunoff');
    elsewhere.ok('m03', { do: 'castBallot', choice: 'm05' });
    // The item may have been ended by mistake: who starts it again goes on with the election.
    expect(elsewhere.ok('desk', { do: 'endItem', item: 'i1' }).sealed).toBeUndefined();
    elsewhere.ok('desk', { do: 'startItem', item: 'i1' });
    elsewhere.ok('m04', { do: 'castBallot', choice: 'm05' });
    elsewhere.all('desk', { do: 'endItem', item: 'i1' }, { do: 'startItem', item: 'i2' });
    expect(elsewhere.ok('desk', { ...openElection('plurality'), item: 'i2' }).sealed).toEqual(left);
    const closed = electing('majorityRunoff');
    closed.all('desk', papers({ m05: 4, m06: 3 }), closeIt);
    expect(closed.ok('desk', { do: 'closeMeeting' }).sealed).toBeUndefined();
  });
});

describe('who may elect and be elected', () => {
  it('[E1] needs the item on the table, a quorum, and members', () => {
    const meeting = debating({ members: 7, chair: false }, '1-3');
    expect(meeting.refused('desk', openElection('plurality')).code).toBe('election/no-quorum');
    const other = debating({ members: 7, chair: false }, '1-6');
    expect(other.refused('desk', { ...openElection('plurality'), item: 'i2' }).code).toBe(
      'election/not-current',
    );
    other.ok('desk', openElection('plurality'));
    expect(other.refused('m07', { do: 'castBallot', choice: 'm01' }).code).toBe('election/not-eligible');
    expect(other.refused('desk', { do: 'nominate', who: 'k01' }).code).toBe('election/not-a-member');
    other.ok('desk', { do: 'nominate', who: 'm07' });
    expect(voting().refused('m01', openElection('plurality')).code).toBe('election/vote-open');
  });

  it('[E8, E9] a member who led for the time being votes, and hands over to the chair', () => {
    const meeting = debating({ members: 7, chair: false });
    meeting.ok('desk', { do: 'preside', who: 'm07' });
    meeting.ok('m07', openElection('plurality'));
    meeting.ok('m07', { do: 'castBallot', choice: 'm02' });
    meeting.ok('m07', closeIt, undefined, { box: ['m02'] });
    expect(meeting.refused('m02', elect('m02')).code).toMatch(/^permission\//);
    meeting.ok('m07', elect('m02'));
    expect(meeting.state.conduct.presiding).toBe('m02');
    meeting.ok('m02', { do: 'appoint', who: 'm03', office: 'deputyChair' });
    expect(meeting.state.roster.people['m03']?.role).toBe('deputyChair');
  });

  it('[E10] a chair names a deputy, who is not the chair; whoever held the office is a member again', () => {
    const meeting = debating();
    const appoint = (who: string) => ({ do: 'appoint', who, office: 'deputyChair' }) as const;
    expect(meeting.refused('m01', appoint('m01')).code).toBe('election/is-chair');
    expect(meeting.refused('m01', appoint('k01')).code).toBe('election/not-a-member');
    expect(meeting.ok('m01', appoint('m02')).events).toEqual([]);
    const [appointed] = ofType(meeting.ok('m01', appoint('m05')).events, 'Appointed');
    expect(appointed).toMatchObject({ who: 'm05', by: 'm01' });
    expect(meeting.state.roster.people['m02']?.role).toBe('member');
    meeting.ok('m01', openElection('plurality'));
    meeting.ok('desk', papers({ m05: 4 }));
    meeting.all('m01', closeIt, elect('m05'));
    expect(meeting.state.elections.offices).toEqual({ chair: { who: 'm05', by: 'elected' } });
    expect(meeting.state.roster.people['m01']?.role).toBe('member');
    expect(presidingPerson(meeting.state)).toBe('m05');
  });
});

describe('what a count comes to', () => {
  const name = (who: string) => `候補${who}`;
  const told = (
    counts: Record<string, number>,
    method: 'majorityRunoff' | 'plurality' = 'majorityRunoff',
  ) => {
    const count = countElection(method, counts, false);
    return count === null ? null : countSentence(count, (who) => counts[who] ?? 0, name).ja;
  };

  it('[E4, E5, E6] is said in words with its numbers', () => {
    expect(told({ a: 4, b: 3 })).toBe('有効投票7票の過半数は4票です。候補aさんが4票で、当選です。');
    expect(told({ a: 3, b: 3, c: 1 })).toContain('候補aさんと候補bさんで決選投票をします。');
    expect(told({ a: 3, b: 2, c: 2 })).toContain(
      '候補bさん、候補cさんが2票で同数なので、決選投票に残る人をくじで決めます。',
    );
    expect(told({ a: 3, b: 3 }, 'plurality')).toContain(
      '候補aさんと候補bさんが3票で同数なので、くじで決めます。',
    );
    expect(told({})).toBeNull();
  });

  it('[E4] of one candidate elects them', () => {
    expect(countElection('majorityRunoff', { a: 1 }, false)?.next).toEqual({ kind: 'elected', who: 'a' });
  });
});

describe('who may be elected, by whom', () => {
  it('[E12] a body of one elects its only member', () => {
    const meeting = electing('majorityRunoff', { members: 1 });
    meeting.ok('desk', papers({ m01: 1 }));
    meeting.ok('desk', closeIt);
    meeting.ok('desk', elect('m01'));
    expect(presidingPerson(meeting.state)).toBe('m01');
    expect(meeting.refused('m01', { do: 'appoint', who: 'm01', office: 'deputyChair' }).code).toBe(
      'election/is-chair',
    );
  });

  it('[E13] a run-off is between two: a third is refused on devices and papers, and so is an official', () => {
    const meeting = electing('majorityRunoff');
    meeting.ok('desk', papers({ m01: 3, m02: 2, m03: 1 }, { blank: 1 }));
    meeting.ok('desk', closeIt);
    expect(electionOnTable(meeting.state)?.rounds.at(-1)?.candidates).toEqual(['m01', 'm02']);
    for (const choice of ['m03', 'k01', 's01'])
      expect(meeting.refused('m04', { do: 'castBallot', choice }).code).toBe('election/not-candidate');
    expect(meeting.refused('desk', papers({ m01: 3, m02: 2, m03: 2 })).code).toBe('election/not-candidate');
    expect(meeting.refused('m04', { do: 'nominate', who: 'k01' }).code).toBe('election/not-a-member');
  });

  it('[E13] a lot falls on one of those who were level, and nobody is declared before it', () => {
    const meeting = electing('plurality');
    meeting.ok('desk', papers({ m01: 3, m02: 3, m03: 1 }));
    meeting.ok('desk', closeIt);
    for (const who of ['m01', 'm02', 'm03'])
      expect(meeting.refused('desk', elect(who)).code).toBe('election/lot-needed');
    expect(meeting.refused('desk', { do: 'drawLot', winner: 'm03' }).code).toBe('election/not-tied');
    expect(meeting.refused('desk', { do: 'drawLot', winner: 'm01', witnesses: ['m09'] }).code).toMatch(
      /unknown-person/,
    );
    meeting.ok('desk', { do: 'drawLot', winner: 'm02', witnesses: ['m04', 'k01'] });
    meeting.ok('desk', elect('m02'));
    expect(meeting.state.elections.elections.at(-1)?.lot).toEqual({
      winner: 'm02',
      witnesses: ['m04', 'k01'],
    });
  });

  it('[E8] whoever led until then does not go on speaking as a member', () => {
    const meeting = electing('plurality');
    meeting.ok('desk', { do: 'preside', who: 'm07' });
    meeting.ok('desk', papers({ m03: 4, m04: 3 }));
    meeting.ok('m07', closeIt);
    meeting.ok('m07', elect('m03'));
    expect(meeting.state.floor.turn).toBeNull();
    expect(presidingPerson(meeting.state)).toBe('m03');
  });

  it('[E13] a second chair takes the place of the first: there are never two', () => {
    const meeting = debating({ members: 7 });
    meeting.ok('desk', openElection('plurality'));
    meeting.ok('desk', papers({ m03: 4, m04: 3 }));
    meeting.ok('desk', closeIt);
    meeting.ok('m01', elect('m03'));
    const chairs = Object.values(meeting.state.roster.people).filter(({ role }) => role === 'chair');
    expect(chairs.map(({ id }) => id)).toEqual(['m03']);
    expect(presidingPerson(meeting.state)).toBe('m03');
    expect(
      meeting.refused('desk', {
        do: 'addPerson',
        person: { id: 'm09', name: '委員09', role: 'chair' },
      }).code,
    ).toMatch(/^plan\//);
  });
});
