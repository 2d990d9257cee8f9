import { isHidden } from '../../features/votes/summary.ts';
import type { Vote } from '../../features/votes/state.ts';
import { voteOnTable } from '../../features/votes/table.ts';
import { total, totals, unaccountedByName } from '../../features/votes/tally.ts';
import type { Channel } from '../../meeting/person.ts';
import { part } from '../part.ts';
import type { VoteBook } from '../types/voteBook.ts';

/** More people than this are nobody's to look for one by one: a vote of thousands has only begun. */
const mostNamed = 100;

/**
 * The books of the vote on the table: ballots by device and hands counted, by channel, and who is still unaccounted
 * for. The desk's alone. While ballots are shut (named and secret ones before the close) it tells how many are in.
 */
export const voteBook = part(
  (state) => [voteOnTable(state)],
  (state): VoteBook | null => {
    const vote = voteOnTable(state);
    if (vote === null) return null;
    const hidden = isHidden(vote);
    return {
      vote: vote.id,
      ballots: hidden ? null : vote.ballotTally,
      box: hidden ? null : vote.box,
      taken: { inRoom: takenIn(vote, 'inRoom'), online: takenIn(vote, 'online') },
      counts: vote.counts,
      unaccounted: totals(vote).unaccounted > mostNamed ? [] : unaccountedByName(vote),
      resolutions: vote.resolutions,
    };
  },
);

function takenIn(vote: Vote, channel: Channel): number {
  return total(vote.ballotTally[channel]) + vote.tookCount[channel];
}
