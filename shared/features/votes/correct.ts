import type { Command } from '../../meeting/commands.ts';
import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import type { EventData } from '../../meeting/events.ts';
import { nameOf, personOf, unknownPerson } from '../../meeting/lookup.ts';
import { getPerson } from '../../meeting/personMap.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import { unfitChoice, unfitName } from './ballots.ts';
import { makeRoom } from './settleByRule.ts';
import type { HandCount, Vote } from './state.ts';
import { undeclaredVoteOn } from './table.ts';
import { resolutionOf, totals, uncounted } from './tally.ts';

type Was = Pick<EventData<'VoteCorrected'>, 'was' | 'from'>;

/**
 * Puts one voter's vote right before the declaration. A ballot of their own is replaced. A voter who showed a hand is
 * taken first for one not yet accounted for (棄権します, said after the count); where everybody is, `from` says which
 * count they leave, and it need not be said where there is but one.
 */
export const correctVote: Decide<'correctVote'> = (state, command, context) => {
  const vote = undeclaredVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  const { who, choice, why } = command;
  if (personOf(state, who) === undefined) return unknownPerson(who);
  const refusal = unfitName(vote) ?? unfitChoice(vote, choice);
  if (refusal !== null) return refusal;
  const before = countedBefore(vote, command, nameOf(state, who));
  if (isRefusal(before)) return before;
  if (before.was === 'ballot' && before.from === choice) return accept();
  const story = unfold(state, context);
  if (before.was === 'nothing') makeRoom(story, vote.id, 1);
  story.happen({ type: 'VoteCorrected', vote: vote.id, who, choice, ...before, why });
  return story.accepted();
};

function countedBefore(vote: Vote, command: Command<'correctVote'>, name: string): Was | Refusal {
  const { who, from } = command;
  const channel = Object.hasOwn(vote.eligible, who) ? vote.eligible[who] : undefined;
  if (channel === undefined)
    return refuse(
      'vote/not-eligible',
      `${name}さんはこの採決の表決権者ではありません。`,
      `${name} is not a voter in this vote.`,
    );
  const ballot = getPerson(vote.ballots, who);
  if (ballot !== undefined) return { was: 'ballot', from: ballot.choice };
  const resolved = resolutionOf(vote, who);
  if (resolved?.as === 'left')
    return refuse(
      'vote/not-eligible',
      `${name}さんは退席として処理されています。違うときは、この採決を無効にしてやり直してください。`,
      `${name} is recorded as having left. If that is wrong, declare this vote void and repeat it.`,
    );
  if (resolved !== undefined) return { was: 'resolution', from: resolved.as === 'no' ? 'no' : 'abstain' };
  const hands = vote.counts[channel];
  if (from !== undefined) return fromHands(hands, from);
  const { unaccounted, byRule } = totals(vote);
  if (uncounted(vote, channel) > 0 && unaccounted + byRule > 0) return { was: 'nothing', from: null };
  const counted = (['yes', 'no', 'abstain', 'invalid'] as const).filter((c) => (hands?.[c] ?? 0) > 0);
  const [only, second] = counted;
  if (only !== undefined && second === undefined) return { was: 'hands', from: only };
  return refuse(
    'vote/from-needed',
    `未確認の人がいないため、${name}さんがどの挙手で数えられたかを選んでください（賛成・反対・棄権）。`,
    `Nobody is unaccounted for: say among which hands ${name} was counted (yes, no, abstaining).`,
  );
}

function fromHands(
  hands: HandCount | undefined,
  from: NonNullable<Command<'correctVote'>['from']>,
): Was | Refusal {
  if (hands !== undefined && hands[from] > 0) return { was: 'hands', from };
  return refuse(
    'vote/from-needed',
    '選ばれた挙手には、数えられた人がいません。人数を確かめて選び直してください。',
    'Nobody was counted among those hands. Check the count and choose again.',
  );
}
