import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { itemOf, personOf, unknownItem, unknownPerson } from '../../meeting/lookup.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { giveChairFloor } from '../floor/giveFloor.ts';
import { objectToNomination } from '../elections/open.ts';
import { electionOnTable } from '../elections/table.ts';
import { methods } from './methods/registry.ts';
import type { Vote } from './state.ts';
import { undeclaredVoteOn, voteOnTable } from './table.ts';
import { barredFrom } from './voters.ts';

/**
 * Declares a vote void: the one on the table, or the last one declared on the item. It stays in the record. On the
 * table the chair says so, and has the floor for it.
 */
export const voidVote: Decide<'voidVote'> = (state, { item, why }, context) => {
  if (itemOf(state, item) === undefined) return unknownItem(item);
  const vote = toVoid(state, item);
  if (vote === null)
    return refuse(
      'vote/nothing-to-void',
      'この議題には、無効にする採決がありません。',
      'There is no vote on this item to declare void.',
    );
  const shut = methods[vote.method].device === 'sealed' && vote.status === 'open';
  const story = unfold(state, context);
  if (voteOnTable(state)?.id === vote.id) giveChairFloor(story, context);
  story.happen({ type: 'VoteVoided', vote: vote.id, item, why });
  return {
    ...story.accepted(),
    ...(shut ? { sealed: { box: vote.id, destroy: true } } : {}),
  };
};

/** 異議あり: to a nomination, or to a question put without a count, which enough of them take to another method. */
export const object: Decide<'object'> = (state, command, context) => {
  const who = command.who ?? (context.actor.kind === 'person' ? context.actor.id : null);
  const election = electionOnTable(state);
  if (election?.item === command.item && who !== null) return objectToNomination(state, election, who);
  const vote = undeclaredVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  if (methods[vote.method].device !== 'objection')
    return refuse(
      'vote/method',
      '異議の有無を諮る採決ではありません。賛成、反対または棄権で表決してください。',
      'This vote does not ask for objections. Vote yes, no or abstain.',
    );
  if (who === null)
    return refuse('vote/who-objects', '異議を述べた委員を選んでください。', 'Choose the member who objects.');
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const barred = barredFrom(state, vote, who);
  if (barred !== null) return barred;
  if (vote.objections.includes(who)) return accept();
  const story = unfold(state, context);
  story.happen({ type: 'ObjectionRaised', vote: vote.id, who });
  const { objection, objectionThen } = vote.rules.vote;
  if (vote.objections.length + 1 >= objection)
    story.happen({ type: 'VoteEscalated', vote: vote.id, item: vote.item, then: objectionThen });
  return story.accepted();
};

/** The vote to declare void: the last on the item that stands. */
function toVoid(state: MeetingState, item: string): Vote | null {
  const { votes, order } = state.votes;
  const id = order.findLast((name) => {
    const vote = votes[name];
    return vote?.item === item && vote.status !== 'void' && vote.status !== 'escalated';
  });
  return id === undefined ? null : (votes[id] ?? null);
}
