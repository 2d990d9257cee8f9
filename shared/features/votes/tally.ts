import { channels } from '../../meeting/person.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import { getPerson } from '../../meeting/personMap.ts';
import type { Ballots } from '../../rules/majority.ts';
import type { BallotChoice, HandCount, Resolution, Tally, Vote } from './state.ts';

/** A vote's books at one moment. `eligible` is without those found to have left. */
export interface Totals {
  readonly ballots: Ballots;
  readonly eligible: number;
  /** Ballots in a box that is still shut. */
  readonly sealed: number;
  /** 未確認 */
  readonly unaccounted: number;
  /** How many only the rule for no answer accounts for. */
  readonly byRule: number;
}

/** Adds up what the state keeps running: the work does not grow with the number of ballots. */
export function totals(vote: Vote): Totals {
  const sum = { yes: 0, no: 0, abstain: 0, blank: 0, invalid: 0 };
  for (const channel of channels) {
    addTo(sum, vote.ballotTally[channel]);
    const hands = vote.counts[channel];
    if (hands !== undefined) addTo(sum, { ...hands, blank: 0 });
  }
  if (vote.box !== null) addTo(sum, vote.box);
  let left = 0;
  let byRule = 0;
  for (const { as, count, byRule: automatic } of vote.resolutions) {
    if (automatic) byRule += count;
    if (as === 'left') left += count;
    else if (as === 'no') sum.no += count;
    // Present without a vote: in the base with those who abstain, and no vote for either side.
    else sum.abstain += count;
  }
  const sealed = vote.box === null ? vote.took.size : 0;
  const eligible = vote.eligibleCount.inRoom + vote.eligibleCount.online - left;
  return { ballots: sum, eligible, sealed, unaccounted: eligible - sealed - total(sum), byRule };
}

/** How many of a channel's voters are not yet accounted for by a ballot, a counted hand or a resolution by name. */
export function uncounted(vote: Vote, channel: Channel): number {
  const named = vote.resolutions.filter((r) => r.who !== null && vote.eligible[r.who] === channel).length;
  return (
    vote.eligibleCount[channel] -
    total(vote.ballotTally[channel]) -
    vote.tookCount[channel] -
    handsIn(vote.counts[channel]) -
    named
  );
}

/**
 * How many more ballots or hands a channel can have given: no more than its own voters, and no more than nobody else
 * accounts for. What only the rule for no answer accounts for is free.
 */
export function roomFor(vote: Vote, channel: Channel): number {
  const { unaccounted, byRule } = totals(vote);

  return Math.max(0, Math.min(uncounted(vote, channel), unaccounted + byRule));
}

export function handsIn(count: HandCount | undefined): number {
  return count === undefined ? 0 : count.yes + count.no + count.abstain + count.invalid;
}

export function total(ballots: Ballots): number {
  return ballots.yes + ballots.no + ballots.abstain + ballots.blank + ballots.invalid;
}

export function withChoice(tally: Tally, choice: BallotChoice, by: 1 | -1): Tally {
  return { ...tally, [choice]: tally[choice] + by };
}

export function resolutionOf(vote: Vote, who: PersonId): Resolution | undefined {
  return vote.resolutions.find((r) => r.who === who);
}

/**
 * Those unaccounted for whose names are known: in a channel where hands were counted nobody knows whose hand was
 * missing, unless none was counted at all. Looks at every voter: not for each ballot.
 */
export function unaccountedByName(vote: Vote): PersonId[] {
  if (totals(vote).unaccounted === 0) return [];
  const resolved = new Set(vote.resolutions.map((r) => r.who));
  return Object.entries(vote.eligible).flatMap(([who, channel]) =>
    handsIn(vote.counts[channel]) === 0 && !hasBallot(vote, who) && !resolved.has(who) ? [who] : [],
  );
}

/** Whether this voter has a ballot of their own, in the books or in the box. */
export function hasBallot(vote: Vote, who: PersonId): boolean {
  return getPerson(vote.ballots, who) !== undefined || getPerson(vote.took, who) !== undefined;
}

function addTo(sum: Record<keyof Tally, number>, tally: Tally): void {
  sum.yes += tally.yes;
  sum.no += tally.no;
  sum.abstain += tally.abstain;
  sum.blank += tally.blank;
  sum.invalid += tally.invalid;
}
