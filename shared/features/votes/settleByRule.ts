import type { Unfolding } from '../../meeting/unfold.ts';
import type { Resolution, Vote, VoteId } from './state.ts';
import { totals } from './tally.ts';

/*
 * After the close, those who gave no answer count as the body's rule says (`vote.noResponse`); under `flagAndResolve`
 * they stay unaccounted for until the desk has found out.
 */

/** Applies the rule to whoever is unaccounted for: at the close, and after a count of a closed vote went down. */
export function settleByRule(story: Unfolding, id: VoteId): void {
  const vote = story.state.votes.votes[id];
  if (vote === undefined || vote.status === 'open') return;
  const as = byRuleAs(vote);
  const { unaccounted, byRule } = totals(vote);
  if (as === null || unaccounted === 0) return;
  story.happen({ type: 'VoteResolved', vote: id, who: null, as, count: byRule + unaccounted, byRule: true });
}

/** Takes back what the rule did for as many as are about to be accounted for in another way. */
export function makeRoom(story: Unfolding, id: VoteId, people: number): void {
  const vote = story.state.votes.votes[id];
  if (vote === undefined) return;
  const as = byRuleAs(vote);
  const { unaccounted, byRule } = totals(vote);
  const taken = Math.min(byRule, people - unaccounted);
  if (as === null || taken <= 0) return;
  story.happen({ type: 'VoteResolved', vote: id, who: null, as, count: byRule - taken, byRule: true });
}

function byRuleAs(vote: Vote): Resolution['as'] | null {
  switch (vote.rules.vote.noResponse) {
    case 'flagAndResolve':
      return null;
    case 'abstain':
      return 'abstain';
    case 'asNo':
      return 'no';
    case 'leftRoom':
      return 'left';
  }
}
