import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { notInSession } from '../../meeting/inSession.ts';
import {
  isMember,
  itemOf,
  membersOf,
  nameOf,
  personOf,
  seatOf,
  unknownItem,
  unknownPerson,
} from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { isRecused } from '../../meeting/recusal.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Rules } from '../../rules/rules.ts';
import { quorumNow, takesPart } from '../attendance/standing.ts';
import { voteInTheWay } from '../votes/table.ts';
import { leftBox } from './leftBox.ts';
import type { Election, ElectionMethod } from './state.ts';
import { electionOnTable, runningElection } from './table.ts';

/** Opens the election of an office from among the members (互選). Whoever presides votes with the others. */
export const openElection: Decide<'openElection'> = (state, { item, office, method }) => {
  const refusal = notNow(state, item);
  if (refusal !== null) return refusal;
  const before = electionOnTable(state);
  if (before !== null && !mayBeginAnew(before, method)) return anotherOpen();
  const eligible = electors(state, item);
  if (eligible.length === 0)
    return refuse(
      'election/no-voters',
      '投票できる委員が出席していません。',
      'Nobody present may vote in this election.',
    );
  return {
    events: [
      {
        type: 'ElectionOpened',
        election: state.elections.elections.length + 1,
        item,
        office,
        method,
        eligible,
      },
    ],
    ...leftBox(state),
  };
};

/** 指名: names somebody for the office. A second name ends an acclamation; the election goes on by ballot. */
export const nominate: Decide<'nominate'> = (state, { who }) => {
  const election = runningElection(state);
  if ('code' in election) return election;
  if (election.status !== 'open' || election.lotAmong !== null)
    return refuse(
      'election/closed',
      '投票は締め切られているため、指名できません。',
      'The ballot is closed: nobody can be nominated any more.',
    );
  const refusal = notEligibleForOffice(state, who);
  if (refusal !== null) return refusal;
  if (election.nominees.includes(who)) return accept();
  const second = election.method === 'acclaimByNomination' && election.nominees.length > 0;
  const then = second ? ballotAfter(state.rules) : null;
  return accept({ type: 'Nominated', election: election.no, who, then });
};

/** An objection to the nomination: acclamation needs everybody's consent, so a ballot takes its place. */
export function objectToNomination(
  state: MeetingState,
  election: Election,
  who: PersonId,
): ReturnType<Decide<'object'>> {
  if (election.method !== 'acclaimByNomination' || election.nominees.length === 0)
    return refuse(
      'election/nothing-to-object',
      '異議を述べる指名がありません。',
      'There is no nomination to object to.',
    );
  if (!election.eligible.includes(who))
    return refuse(
      'election/not-eligible',
      `${nameOf(state, who)}さんはこの選挙で投票できないため、異議を述べられません。`,
      `${nameOf(state, who)} has no vote in this election and cannot object.`,
    );
  return accept({
    type: 'NominationObjected',
    election: election.no,
    who,
    then: ballotAfter(state.rules),
  });
}

/** The ballot that follows an acclamation that failed: the body's, or the run-off. */
function ballotAfter(rules: Rules): ElectionMethod {
  return rules.election.method === 'plurality' ? 'plurality' : 'majorityRunoff';
}

/** Only a member of the body can hold its office; an official is none, whatever else they are. */
export function notEligibleForOffice(state: MeetingState, who: PersonId): Refusal | null {
  if (personOf(state, who) === undefined) return unknownPerson(who);
  return isMember(state, who)
    ? null
    : refuse(
        'election/not-a-member',
        `${nameOf(state, who)}さんは委員ではないため、選べません。`,
        `${nameOf(state, who)} is not a member of the body and cannot be chosen.`,
      );
}

function notNow(state: MeetingState, item: string): Refusal | null {
  if (itemOf(state, item) === undefined) return unknownItem(item);
  const closed = notInSession(state);
  if (closed !== null) return closed;
  if (state.agenda.current !== item)
    return refuse(
      'election/not-current',
      'いま審議している議題でだけ選挙ができます。先にその議題に入ってください。',
      'An election belongs to the item before the meeting. Start that item first.',
    );
  if (voteInTheWay(state) !== null)
    return refuse(
      'election/vote-open',
      '採決が終わっていません。結果を宣告するか、無効にしてから選挙を始めてください。',
      'A vote is not finished. Declare its result or declare it void first.',
    );
  const quorum = quorumNow(state);
  if (quorum.met || state.rules.quorum.onLoss === 'warn') return null;
  return refuse(
    'election/no-quorum',
    `定足数に足りないため、選挙を始められません。${quorum.explanation.ja}`,
    `There is no quorum for an election. ${quorum.explanation.en}`,
  );
}

/** An election that has come to nothing may be begun anew: by another method, or once ballots went wrong. */
function mayBeginAnew(before: Election, method: ElectionMethod): boolean {
  if (before.status !== 'open') return false;
  return before.method !== method || before.took.size > 0 || before.rounds.length > 1;
}

function anotherOpen(): Refusal {
  return refuse(
    'election/another-open',
    '選挙が終わっていません。当選を宣告してから次の選挙を始めてください。',
    'An election is not finished. Declare who is elected first.',
  );
}

function electors(state: MeetingState, item: string): readonly PersonId[] {
  return membersOf(state).filter(
    (who) => takesPart(state, who) && !seatOf(state, who).excluded && !isRecused(state, who, item),
  );
}
