import type { Channel } from '../../../shared/meeting/person.ts';
import type { MeetingModel, ModelVote } from './meetingModel.ts';

/** A vote's books, added up ballot by ballot. 賛成＋反対＋棄権＋無効＋未確認 = 表決権者. */
export interface Books {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
  /** In a box that is still shut. */
  readonly sealed: number;
  readonly unaccounted: number;
  readonly eligible: number;
  readonly byRule: number;
}

export function booksOf(vote: ModelVote): Books {
  const sum: Record<string, number> = { yes: 0, no: 0, abstain: 0, invalid: 0 };
  const add = (choice: string, count: number) => {
    // A blank ballot abstains, by the rule that these meetings have.
    const as = choice === 'blank' || choice === 'didNotVote' ? 'abstain' : choice;
    sum[as] = (sum[as] ?? 0) + count;
  };
  for (const choice of vote.ballots.values()) add(choice, 1);
  for (const channel of ['inRoom', 'online'] as const)
    for (const choice of ['yes', 'no', 'abstain', 'invalid'] as const)
      add(choice, vote.hands[channel]?.[choice] ?? 0);
  for (const choice of ['yes', 'no', 'abstain', 'invalid', 'blank'] as const)
    add(choice, vote.box?.[choice] ?? 0);
  const byRule = vote.resolutions.reduce((all, one) => all + (one.byRule ? one.count : 0), 0);
  for (const { as, count } of vote.resolutions) if (as !== 'left') add(as, count);
  const left = vote.resolutions.reduce((all, one) => all + (one.as === 'left' ? one.count : 0), 0);
  const { yes = 0, no = 0, abstain = 0, invalid = 0 } = sum;
  const sealed = vote.box === null ? vote.took.size : 0;
  const eligible = Object.keys(vote.eligible).length - left;
  const unaccounted = eligible - yes - no - abstain - invalid - sealed;
  return { yes, no, abstain, invalid, sealed, unaccounted, eligible, byRule };
}

/** Voters of a channel of whom nothing is known yet. */
export function notYetIn(vote: ModelVote, channel: Channel): number {
  const here = (who: string | null) => who !== null && vote.eligible[who] === channel;
  const count = (people: Iterable<string>) => [...people].filter(here).length;
  const hands = vote.hands[channel];
  return (
    count(Object.keys(vote.eligible)) -
    count(vote.ballots.keys()) -
    count(vote.took) -
    (hands === undefined ? 0 : hands.yes + hands.no + hands.abstain + hands.invalid) -
    vote.resolutions.filter(({ who }) => here(who)).length
  );
}

/** What the numbers come to; null for a tie that nobody decided. */
export function outcomeOf(vote: ModelVote, chair: string): 'carried' | 'rejected' | null {
  const { yes, no, eligible } = booksOf(vote);
  if (vote.method === 'noObjection') return 'carried';
  if (vote.share !== null)
    return yes > 0 && yes * vote.share.d >= eligible * vote.share.n ? 'carried' : 'rejected';
  if (yes === no && chair !== 'memberOnly' && yes * 2 <= eligible)
    return vote.casting === null ? null : vote.casting === 'yes' ? 'carried' : 'rejected';
  return yes * 2 > eligible ? 'carried' : 'rejected';
}

/** Who may vote on an item if a vote opened now, and through which channel. */
export function votersNow(model: MeetingModel, item: string, special: boolean): Record<string, Channel> {
  const leader = model.presiding(item);
  const chairVotes = model.rules.chair.vote !== 'castingOnly' || special;
  const voters: Record<string, Channel> = {};
  for (const [who, seat] of model.seats) {
    if (!model.isMember(who) || seat.presence !== 'present' || seat.channel === null) continue;
    if (!seat.identified && seat.channel === 'online' && model.rules.online.identityCheck !== 'none')
      continue;
    if (seat.excluded || model.recusals.get(who) === item) continue;
    if (who === leader && !chairVotes) continue;
    voters[who] = seat.channel;
  }
  return voters;
}

const rank = { pointOfOrder: 0, followUp: 1, speak: 2 };

/** The speaking order by the time of the hands; null where a policy or the chair has its own word in it. */
export function queueOf(model: MeetingModel): readonly string[] | null {
  const { order, tieWindowSeconds } = model.rules.floor;
  if (model.overruled || order === 'alternate') return null;
  const spoke = (who: string, kind: string) =>
    order === 'firstTimeFirst' && kind === 'speak' && (model.times.get(who) ?? 0) > 0 ? 1 : 0;
  const left = model.hands.toSorted(
    (a, b) =>
      rank[a.kind] - rank[b.kind] ||
      spoke(a.who, a.kind) - spoke(b.who, b.kind) ||
      a.raisedAt - b.raisedAt ||
      a.no - b.no,
  );
  const queue: string[] = [];
  while (left.length > 0) {
    const [first] = left;
    if (first === undefined) break;
    // Raised at once: whoever the server heard first.
    const together = left.filter(
      (hand) =>
        hand.kind === first.kind &&
        spoke(hand.who, hand.kind) === spoke(first.who, first.kind) &&
        hand.raisedAt - first.raisedAt <= tieWindowSeconds * 1000,
    );
    for (const hand of together.toSorted((a, b) => a.no - b.no)) queue.push(hand.who);
    for (const hand of together) left.splice(left.indexOf(hand), 1);
  }
  return queue;
}
