import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { notInSession } from '../../meeting/inSession.ts';
import { nameOf, personOf, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { giveChairFloor } from '../floor/giveFloor.ts';
import { notEligibleForOffice } from './open.ts';
import type { Election, Office } from './state.ts';
import { runningElection } from './table.ts';
import { onChairsWord } from '../votes/table.ts';

/** 当選の宣告: the chair's words. A chair just elected takes the chair. */
export const declareElected: Decide<'declareElected'> = (state, { who }, context) => {
  const election = runningElection(state);
  if (isRefusal(election)) return election;
  const word = onChairsWord(state, context.actor);
  if (isRefusal(word)) return word;
  const refusal =
    notInSession(state) ?? notDecided(election) ?? notTheWinner(election, who, nameOf(state, who));
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  giveChairFloor(story, context);
  takeOffice(story, election.office, who, () => {
    story.happen({ type: 'ElectedDeclared', election: election.no, who, office: election.office });
  });
  return story.accepted();
};

/** 指名: the chair names the deputy, or the mayor a chair, without an election. */
export const appoint: Decide<'appoint'> = (state, { who, office }, context) => {
  const refusal =
    notInSession(state) ??
    notEligibleForOffice(state, who) ??
    otherOffice(personOf(state, who)?.role, office, nameOf(state, who));
  if (refusal !== null) return refusal;
  if (personOf(state, who)?.role === office) return accept();
  const story = unfold(state, context);
  giveChairFloor(story, context);
  takeOffice(story, office, who, () => {
    story.happen({ type: 'Appointed', who, office, by: presidingPerson(story.state) });
  });
  return story.accepted();
};

/** Whoever led until there was a chair gives up the lead to the new one, where they are present. */
function takeOffice(story: Unfolding, office: Office, who: PersonId, happen: () => void): void {
  const before = presidingPerson(story.state);
  happen();
  if (office !== 'chair' || before === who || seatOf(story.state, who).presence !== 'present') return;
  // Their last words were the chair's: they do not go on as a member's turn.
  const { turn } = story.state.floor;
  if (before !== null && turn?.who === before) story.happen({ type: 'FloorYielded', who: before });
  story.happen({ type: 'Presided', who, standsInFor: null });
}

function notDecided(election: Election): Refusal | null {
  if (election.lotAmong !== null)
    return refuse(
      'election/lot-needed',
      '同数のため、くじを引いてから宣告してください。',
      'The votes are level. Draw the lot first.',
    );
  const round = election.rounds.at(-1);
  if (round !== undefined && !round.closed)
    return refuse(
      'election/not-closed',
      round.candidates === null
        ? '投票を締め切ってから宣告してください。'
        : '決選投票を締め切ってから宣告してください。',
      round.candidates === null ? 'Close the ballot first.' : 'Close the run-off first.',
    );
  if (round === undefined && election.nominees.length === 0)
    return refuse(
      'election/no-nominee',
      '指名された人がいません。先に指名を受けてください。',
      'Nobody has been nominated.',
    );
  return null;
}

function notTheWinner(election: Election, who: PersonId, name: string): Refusal | null {
  const winner = election.winner ?? election.nominees[0];
  if (winner === who) return null;
  return refuse(
    'election/not-elected',
    `${name}さんは当選していません。当選した人を宣告してください。`,
    `${name} was not elected. Declare the one who was.`,
  );
}

function otherOffice(role: string | undefined, office: Office, name: string): Refusal | null {
  if (role !== 'chair' || office !== 'deputyChair') return null;
  return refuse(
    'election/is-chair',
    `${name}さんは会長のため、職務代理を兼ねられません。`,
    `${name} is the chair and cannot be their own deputy.`,
  );
}
