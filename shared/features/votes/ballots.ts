import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { nameOf, personOf, unknownPerson } from '../../meeting/lookup.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import { getPerson } from '../../meeting/personMap.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { outOfTurn } from './channelOrder.ts';
import { methods } from './methods/registry.ts';
import type { BallotChoice, Vote } from './state.ts';
import { openVoteOn } from './table.ts';
import { roomFor } from './tally.ts';
import { barredFrom } from './voters.ts';

/** A member's own ballot. It is set, never toggled: the same ballot again changes nothing that counts. */
export const castVote: Decide<'castVote'> = (state, command, { actor }) => {
  const vote = openVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  if (actor.kind !== 'person')
    return refuse(
      'vote/not-eligible',
      '投票は委員本人だけができます。挙手は人数で、名前の分かる票は委員を選んで入力してください。',
      'Only members cast votes themselves. Enter hands as a count, or a known vote with the member’s name.',
    );
  const who = actor.id;
  const { choice } = command;
  const refusal =
    barredFrom(state, vote, who) ?? unfitDevice(vote) ?? unfitChoice(vote, choice) ?? unchangeable(vote, who);
  if (refusal !== null) return refusal;
  if (methods[vote.method].device === 'sealed') {
    if (noRoom(vote, who)) return alreadyCounted(vote, nameOf(state, who), who);
    return {
      events: [{ type: 'SecretBallotCast', vote: vote.id, who }],
      sealed: { box: vote.id, deposit: choice },
    };
  }
  return blocked(vote, who, nameOf(state, who)) ?? accept({ type: 'VoteCast', vote: vote.id, who, choice });
};

/** A vote entered by the desk for somebody it knows: called by the roll, or without a device. */
export const recordVote: Decide<'recordVote'> = (state, command) => {
  const vote = openVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  const { who, choice } = command;
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const refusal = barredFrom(state, vote, who) ?? unfitName(vote) ?? unfitChoice(vote, choice);
  if (refusal !== null) return refusal;
  const before = getPerson(vote.ballots, who);
  if (before?.source === 'device' && vote.rules.vote.changeable === 'never') return notChangeable();
  return (
    blocked(vote, who, nameOf(state, who)) ?? accept({ type: 'VoteRecorded', vote: vote.id, who, choice })
  );
};

/** Whether this method and this body's rules know the choice at all. */
export function unfitChoice(vote: Vote, choice: BallotChoice): Refusal | null {
  if (choice === 'blank' && !methods[vote.method].blank)
    return refuse(
      'vote/no-blank',
      'この採決方法に白票はありません。賛成、反対または棄権を選んでください。',
      'This way of voting has no blank ballots. Choose yes, no or abstain.',
    );
  return choice === 'abstain' ? abstentionBarred(vote) : null;
}

export function abstentionBarred(vote: Vote): Refusal | null {
  return vote.rules.vote.abstention === 'allowed'
    ? null
    : refuse(
        'vote/abstention-forbidden',
        'この会議の規則では棄権できません。賛成か反対を選んでください。',
        'By this body’s rules nobody may abstain. Choose yes or no.',
      );
}

/** Refuses votes by name where the method has none. */
export function unfitName(vote: Vote): Refusal | null {
  const method = methods[vote.method];
  if (method.named) return null;
  return method.device === 'sealed'
    ? refuse(
        'vote/secret',
        '無記名投票では、名前のある票を入力できません。用紙の票は人数で入力してください。',
        'A secret ballot takes no votes by name. Enter paper ballots as a count.',
      )
    : noObjectionOnly();
}

function unfitDevice(vote: Vote): Refusal | null {
  return methods[vote.method].device === 'objection' ? noObjectionOnly() : null;
}

function noObjectionOnly(): Refusal {
  return refuse(
    'vote/method',
    '異議の有無を諮っています。賛否の投票はありません。異議のある方は「異議あり」を選んでください。',
    'The body is asked whether anybody objects. There are no votes to give: object, if you do.',
  );
}

function unchangeable(vote: Vote, who: PersonId): Refusal | null {
  if (getPerson(vote.took, who) !== undefined)
    return refuse(
      'vote/already-cast',
      'すでに投票を受け付けています。無記名投票は、箱に入れたあとで変更できません。',
      'Your ballot was taken. A secret ballot cannot be changed once it is in the box.',
    );
  return getPerson(vote.ballots, who) !== undefined && vote.rules.vote.changeable === 'never'
    ? notChangeable()
    : null;
}

function notChangeable(): Refusal {
  return refuse(
    'vote/not-changeable',
    'この会議の規則では、投票のあとで変更できません。入力の誤りは、宣告の前に事務局へ申し出てください。',
    'By this body’s rules a vote once given stands. Tell the desk of a mistake before the declaration.',
  );
}

/** Why a first ballot of this person cannot be added now; a ballot that replaces another always can. */
function blocked(vote: Vote, who: PersonId, name: string): Refusal | null {
  if (getPerson(vote.ballots, who) !== undefined) return null;
  return (
    outOfTurn(vote, channelOf(vote, who)) ?? (noRoom(vote, who) ? alreadyCounted(vote, name, who) : null)
  );
}

function noRoom(vote: Vote, who: PersonId): boolean {
  return roomFor(vote, channelOf(vote, who)) === 0;
}

function alreadyCounted(vote: Vote, name: string, who: PersonId): Refusal {
  const channel = channelOf(vote, who);
  const people = String(vote.eligibleCount[channel]);
  const place = channel === 'inRoom' ? { ja: '会場', en: 'in the room' } : { ja: 'オンライン', en: 'online' };
  return refuse(
    'vote/already-counted',
    `${place.ja}の表決権者${people}人は全員数え終わっており、${name}さんも数に入っています。違うときは、事務局が人数を入れ直してください。`,
    `All ${people} voters ${place.en} have been counted, ${name} among them. If that is wrong, the desk enters the count again.`,
  );
}

function channelOf(vote: Vote, who: PersonId): Channel {
  return vote.eligible[who] ?? 'inRoom';
}
