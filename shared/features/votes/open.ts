import type { AgendaItem } from '../../meeting/agendaItem.ts';
import type { Decide, Decision as Decided } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import type { EventData } from '../../meeting/events.ts';
import { notInSession } from '../../meeting/inSession.ts';
import { itemOf, unknownItem } from '../../meeting/lookup.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';

import type { Decision, DecisionRules, VoteMethodName } from '../../rules/rules.ts';
import { quorumNow, seatsOf } from '../attendance/standing.ts';
import { electionOnTable } from '../elections/table.ts';
import { amendmentsPending, restOfOriginal, wasAmended } from './amendments.ts';
import { voteInTheWay } from './table.ts';
import { votersNow } from './voters.ts';

export const openVote: Decide<'openVote'> = (state, command) => {
  const { item: id, method, question = null, rule } = command;
  const item = itemOf(state, id);
  if (item === undefined) return unknownItem(id);
  const words = question ?? (wasAmended(state, id) ? restOfOriginal : null);
  const refusal = notNow(state, item) ?? decidedAlready(state, id, words) ?? amendmentsPending(state, id);
  return refusal ?? putToTheVote(state, { item, method, question: words, motion: null, rule });
};

interface Put {
  readonly item: AgendaItem;
  readonly method: VoteMethodName;
  readonly question: string | null;
  readonly motion: number | null;
  readonly rule?: DecisionRules | undefined;
}

/** Opens a vote and freezes what decides it: who may vote, the quorum, the rule and its base. */
export function putToTheVote(state: MeetingState, put: Put): Decided {
  const decision = decisionFor(state, put.item, put.rule);
  const opened = freeze(state, put, decision);
  return isRefusal(opened) ? opened : accept(opened);
}

/** The rule for one vote: the body's, the item's above it, the vote's own on top. */
export function decisionFor(
  state: MeetingState,
  item: AgendaItem | undefined,
  own?: DecisionRules,
): Decision {
  return { ...state.rules.decision, ...item?.vote?.rule?.decision, ...own?.decision };
}

/** Why no vote can be opened on this item now; null when one can. */
export function notNow(state: MeetingState, item: AgendaItem): Refusal | null {
  const closed = notInSession(state);
  if (closed !== null) return closed;
  const other = voteInTheWay(state);
  if (other !== null) {
    const title = itemOf(state, other.item)?.title ?? other.item;
    return refuse(
      'vote/another-open',
      `「${title}」の採決が終わっていません。結果を宣告するか、無効にしてから次の採決を始めてください。`,
      `The vote on “${title}” is not finished. Declare its result or declare it void first.`,
    );
  }
  if (electionOnTable(state) !== null)
    return refuse(
      'vote/election-open',
      '選挙が終わっていません。当選を宣告してから採決を始めてください。',
      'An election is not finished. Declare who is elected first.',
    );
  if (item.kind === 'section')
    return refuse(
      'vote/section',
      '見出しは採決できません。その下の議題を選んでください。',
      'A heading cannot be put to the vote. Choose an item below it.',
    );
  if (state.agenda.current !== item.id)
    return refuse(
      'vote/not-current',
      'いま審議している議題だけを採決できます。先にその議題に入ってください。',
      'Only the item before the meeting can be put to the vote. Start that item first.',
    );
  const quorum = quorumNow(state);
  if (!quorum.met && state.rules.quorum.onLoss !== 'warn')
    return refuse(
      'vote/no-quorum',
      `定足数に足りないため、採決できません。${quorum.explanation.ja}`,
      `There is no quorum for a vote. ${quorum.explanation.en}`,
    );
  return null;
}

/** 一事不再議: what was decided in a meeting is not put again in it. A vote declared void decided nothing. */
function decidedAlready(state: MeetingState, id: string, question: string | null): Refusal | null {
  const { votes, order } = state.votes;
  const decided = order.some((name) => {
    const vote = votes[name];
    return (
      vote?.item === id && vote.status === 'declared' && vote.motion === null && vote.question === question
    );
  });
  return decided
    ? refuse(
        'vote/already-decided',
        'この議題はすでに議決されています（一事不再議）。やり直すときは、先にその採決を無効にしてください。',
        'This item has been decided and is not put again. To repeat the vote, declare the earlier one void first.',
      )
    : null;
}

function freeze(state: MeetingState, put: Put, decision: Decision): EventData<'VoteOpened'> | Refusal {
  const eligible = votersNow(state, put.item.id, decision);
  if (Object.keys(eligible).length === 0)
    return refuse(
      'vote/no-voters',
      '表決権のある委員が出席していないため、採決できません。',
      'Nobody present may vote on this item.',
    );
  const { required, present } = quorumNow(state);
  const round = state.votes.order.filter((id) => state.votes.votes[id]?.item === put.item.id).length + 1;
  const presiding = presidingPerson(state, put.item.id);
  const { onLoss, countsOnline } = state.rules.quorum;
  return {
    type: 'VoteOpened',
    vote: `${put.item.id}#${String(round)}`,
    item: put.item.id,
    round,
    method: put.method,
    question: put.question,
    motion: put.motion,
    decision,
    rules: { chair: state.rules.chair, vote: state.rules.vote, quorum: { onLoss, countsOnline } },
    seats: seatsOf(state),
    quorum: { required, present },
    eligible,
    chairVotes: presiding !== null && Object.hasOwn(eligible, presiding),
    presiding,
  };
}
