import type { Decide } from '../../meeting/decider.ts';
import { nameOf, personOf, seatOf, unknownPerson } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import { letGo } from '../attendance/depart.ts';
import { watchQuorum } from '../attendance/quorumEvents.ts';
import { abstentionBarred } from './ballots.ts';
import { openBox } from './box.ts';
import { methods } from './methods/registry.ts';
import { withoutNumbers } from './outcome.ts';
import { makeRoom, settleByRule } from './settleByRule.ts';
import type { Vote } from './state.ts';
import { closedVoteOn, openVoteOn } from './table.ts';
import { hasBallot, resolutionOf, totals, uncounted } from './tally.ts';

export const closeVote: Decide<'closeVote'> = (state, command, context) => {
  const vote = openVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  const box = openBox(vote, context.box);
  if (box !== null && isRefusal(box)) return box;
  const story = unfold(state, context);
  story.happen({ type: 'VoteClosed', vote: vote.id, item: vote.item });
  if (box !== null) story.happen({ type: 'BoxOpened', vote: vote.id, ...box });
  if (methods[vote.method].device !== 'objection') settleByRule(story, vote.id);
  return { ...story.accepted(), ...(box !== null ? { sealed: { box: vote.id, destroy: true } } : {}) };
};

/** Accounts for somebody of whom nothing was known at the close, by name or by number. */
export const resolve: Decide<'resolve'> = (state, command, context) => {
  const vote = closedVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  const { who = null, as, count = 1 } = command;
  if (who !== null && personOf(state, who) === undefined) return unknownPerson(who);
  const refusal =
    withoutNumbers(vote) ??
    (as === 'abstain' ? abstentionBarred(vote) : null) ??
    beyondUnaccounted(vote, count) ??
    (who === null ? null : notMissing(state, vote, who, count));
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  makeRoom(story, vote.id, count);
  story.happen({ type: 'VoteResolved', vote: vote.id, who, as, count, byRule: false });
  if (who !== null && as === 'left') depart(story, vote, who, context.at);
  return story.accepted();
};

function beyondUnaccounted(vote: Vote, count: number): Refusal | null {
  const { unaccounted, byRule } = totals(vote);
  const open = unaccounted + byRule;
  if (count <= open) return null;
  return open === 0
    ? refuse(
        'vote/nobody-unaccounted',
        '未確認の人はいません。記録した票を直すときは「票の訂正」を使ってください。',
        'Nobody is unaccounted for. To change a recorded vote, correct it.',
      )
    : refuse(
        'vote/too-many',
        `未確認は${String(open)}人です。${String(count)}人は記録できません。`,
        `${String(open)} are unaccounted for: ${String(count)} cannot be recorded.`,
      );
}

/** Why this person cannot be the one who is missing. */
function notMissing(state: MeetingState, vote: Vote, who: PersonId, count: number): Refusal | null {
  const name = nameOf(state, who);
  const channel = vote.eligible[who];
  if (!Object.hasOwn(vote.eligible, who) || channel === undefined)
    return refuse(
      'vote/not-eligible',
      `${name}さんはこの採決の表決権者ではないため、未確認の人ではありません。`,
      `${name} is not a voter in this vote and cannot be the one missing.`,
    );
  if (count > 1)
    return refuse(
      'vote/resolve-count',
      '名前を選んだときは1人です。人数で記録するときは、名前を選ばないでください。',
      'A name is one person. To record a number, choose no name.',
    );
  if (hasBallot(vote, who) || resolutionOf(vote, who) !== undefined)
    return refuse(
      'vote/already-counted',
      `${name}さんの票はすでに記録されています。直すときは「票の訂正」を使ってください。`,
      `${name}’s vote is recorded already. To change it, correct it.`,
    );
  if (uncounted(vote, channel) > 0) return null;
  const place = channel === 'inRoom' ? { ja: '会場', en: 'in the room' } : { ja: 'オンライン', en: 'online' };
  return refuse(
    'vote/already-counted',
    `${place.ja}の表決権者は全員数えられています。未確認の人は、${name}さんではありません。`,
    `All voters ${place.en} have been counted: the one missing is not ${name}.`,
  );
}

/** Found to have gone before they could vote: they left when the vote opened. Who lost the link stays as the rules say. */
function depart(story: Unfolding, vote: Vote, who: PersonId, at: number): void {
  const seat = seatOf(story.state, who);
  if (seat.presence !== 'present' || seat.excluded) return;
  letGo(story, who, at);
  story.happen({ type: 'Left', who, since: vote.openedAt, reason: null, cause: 'said' });
  watchQuorum(story, at, vote.openedAt);
}
