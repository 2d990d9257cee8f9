import { ceremonyOf } from '../../features/votes/ceremony.ts';
import { polledFirst } from '../../features/votes/channelOrder.ts';
import { voteSummary } from '../../features/votes/summary.ts';
import type { Vote } from '../../features/votes/state.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { part } from '../part.ts';
import type { VoteLine } from '../types/voteLine.ts';

/**
 * The vote as whoever leads and the desk see it: the counts as they grow, except of ballots that are shut until the
 * close (named and secret ones), of which nobody sees more than how many are in.
 */
export const leadersVoteLine = part(
  (state) => [shownVote(state), state.roster, state.votes.motions],
  (state): VoteLine | null => {
    const vote = shownVote(state);
    return vote === null ? null : lineOf(state, vote, false);
  },
);

/**
 * The vote as the room sees it: the same, but while it is open the counts show only where the body's rule says so
 * (`vote.tally: live`), and nothing that could be worked back to them does either.
 */
export const roomVoteLine = part(
  (state) => [shownVote(state), state.roster, state.votes.motions],
  (state): VoteLine | null => {
    const vote = shownVote(state);
    if (vote === null) return null;
    return lineOf(state, vote, vote.status === 'open' && vote.rules.vote.tally === 'afterClose');
  },
);

/** The vote on the table, else the last one of the current item. */
export function shownVote(state: MeetingState): Vote | null {
  const { votes, order, current } = state.votes;
  const last = order.findLast((id) => votes[id]?.item === state.agenda.current);
  return votes[current ?? last ?? ''] ?? null;
}

function lineOf(state: MeetingState, vote: Vote, covered: boolean): VoteLine {
  const { eligible, required, counts, taken, objections, tie, explanation } = voteSummary(
    state,
    vote,
    covered,
  );
  const { steps, at } = ceremonyOf(vote);
  const motion = state.votes.motions.find(({ no }) => no === vote.motion);
  return {
    id: vote.id,
    item: vote.item,
    round: roundOf(state, vote),
    method: vote.method,
    question: vote.question,
    motion: motion === undefined ? null : { no: motion.no, kind: motion.kind, text: motion.text },
    status: vote.status,
    openedAt: vote.openedAt,
    steps: steps.map((step) => ({ ...step })),
    at,
    called: vote.status === 'open' ? (vote.calls.at(-1)?.choice ?? null) : null,
    polled: polledFirst(vote),
    eligible,
    eligibleByChannel: vote.eligibleCount,
    required,
    quorum: vote.quorum,
    chairVotes: vote.chairVotes,
    counts,
    taken,
    closing: vote.closing,
    closedAt: vote.closedAt,
    objections,
    tie,
    castingVote: vote.castingVote?.choice ?? null,
    outcome: vote.outcome,
    declaredAt: vote.declaredAt,
    explanation: covered ? null : explanation,
    voidReason: vote.voidReason,
  };
}

/** How many times the same question was put on the item, this time included: an amendment is another question. */
function roundOf(state: MeetingState, vote: Vote): number {
  const { votes, order } = state.votes;
  return order
    .slice(0, order.indexOf(vote.id) + 1)
    .filter((id) => votes[id]?.item === vote.item && votes[id].motion === vote.motion).length;
}
