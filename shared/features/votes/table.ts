import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Actor } from '../../meeting/context.ts';
import { itemOf, unknownItem } from '../../meeting/lookup.ts';
import { actsForDesk, presides } from '../../meeting/presiding.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Vote } from './state.ts';

/** The vote on the table: it takes ballots, or was closed and waits for its declaration. */
export function voteOnTable(state: MeetingState): Vote | null {
  const { current, votes } = state.votes;
  return current === null ? null : (votes[current] ?? null);
}

/**
 * The vote that must be finished before another begins. One that was left undeclared when its item ended does not
 * hold up the items after it: it can still be declared later.
 */
export function voteInTheWay(state: MeetingState): Vote | null {
  const vote = voteOnTable(state);
  return vote?.status === 'open' || vote?.item === state.agenda.current ? vote : null;
}

/** The vote on `item` that is not finished: the last one opened, unless it was declared, void or escalated. */
function voteOn(state: MeetingState, item: ItemId): Vote | Refusal {
  if (itemOf(state, item) === undefined) return unknownItem(item);
  const vote = lastOn(state, item);
  if (vote?.status === 'open' || vote?.status === 'closed') return vote;
  return refuse(
    'vote/not-open',
    'この議題の採決は行われていません。会長が採決を宣告してから操作してください。',
    'No vote is being taken on this item. Act once the chair has opened one.',
  );
}

/** The vote on `item` while it takes ballots. */
export function openVoteOn(state: MeetingState, item: ItemId): Vote | Refusal {
  const vote = voteOn(state, item);
  if ('code' in vote || vote.status === 'open') return vote;
  return refuse(
    'vote/not-open',
    '投票は締め切られています。締切後の訂正は、宣告の前に事務局が行います。',
    'Voting is closed. Until the declaration the desk can put a vote right.',
  );
}

/** The vote on `item` after its close and before its declaration. */
export function closedVoteOn(state: MeetingState, item: ItemId): Vote | Refusal {
  const vote = voteOn(state, item);
  if ('code' in vote || vote.status === 'closed') return vote;
  return refuse('vote/not-closed', '投票を締め切ってから操作してください。', 'Close the vote first.');
}

/** The vote on `item` as long as its result has not been declared. */
export function undeclaredVoteOn(state: MeetingState, item: ItemId): Vote | Refusal {
  if (lastOn(state, item)?.status !== 'declared') return voteOn(state, item);
  return refuse(
    'vote/declared',
    'この採決の結果はすでに宣告されています。改めるときは、採決を無効にしてやり直してください。',
    'The result of this vote has been declared. To change it, declare the vote void and repeat it.',
  );
}

function lastOn(state: MeetingState, item: ItemId): Vote | undefined {
  const { votes, order } = state.votes;
  const last = order.findLast((id) => votes[id]?.item === item);
  return last === undefined ? undefined : votes[last];
}

/**
 * Whether this actor may say what only the chair says (裁決, 宣告). `desk`: entered by the desk on the chair's word,
 * where the rules let it; the record then says so.
 */
export function onChairsWord(state: MeetingState, actor: Actor): { readonly desk: boolean } | Refusal {
  if (presides(state, actor)) return { desk: false };
  if (actsForDesk(state, actor) && state.rules.vote.deskOnChairsWord) return { desk: true };
  return refuse(
    'vote/chairs-word',
    '裁決と結果の宣告は、会議を主宰する人だけができます。',
    'Only whoever presides gives the casting vote and declares the result.',
  );
}
