import type { Command } from '../../meeting/commands.ts';
import type { Decide } from '../../meeting/decider.ts';
import { isRefusal, refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import { unfold } from '../../meeting/unfold.ts';
import { abstentionBarred } from './ballots.ts';
import { outOfTurn } from './channelOrder.ts';
import { methods } from './methods/registry.ts';
import { makeRoom, settleByRule } from './settleByRule.ts';
import type { Vote } from './state.ts';
import { undeclaredVoteOn } from './table.ts';
import { handsIn, roomFor } from './tally.ts';

/** Hands, people standing or papers counted by the desk in one channel; replaces that channel's earlier count. */
export const recordCount: Decide<'recordCount'> = (state, command, context) => {
  const vote = undeclaredVoteOn(state, command.item);
  if (isRefusal(vote)) return vote;
  const refusal =
    uncountable(vote) ??
    (command.abstain > 0 ? abstentionBarred(vote) : null) ??
    (vote.status === 'open' ? outOfTurn(vote, command.channel) : null) ??
    tooMany(vote, command);
  if (refusal !== null) return refusal;
  const { channel, yes, abstain, invalid } = command;
  const story = unfold(state, context);
  const counted = { yes, no: againstIn(vote, command), abstain, invalid };
  const before = vote.counts[channel];
  makeRoom(story, vote.id, handsIn({ ...counted, at: context.at }) - handsIn(before));
  story.happen({
    type: 'CountRecorded',
    vote: vote.id,
    channel,
    ...counted,
  });
  settleByRule(story, vote.id);
  return story.accepted();
};

/** Those against: as counted, or whoever did not stand where only the yes side was called. */
function againstIn(vote: Vote, count: Command<'recordCount'>): number {
  const { channel, yes, no, abstain, invalid } = count;
  const onlyYes = no === 0 && !vote.calls.some((call) => call.choice === 'no');
  if (!methods[vote.method].restAreAgainst || !onlyYes) return no;
  return capacity(vote, channel) - yes - abstain - invalid;
}

function tooMany(vote: Vote, count: Command<'recordCount'>): Refusal | null {
  const counted = count.yes + count.no + count.abstain + count.invalid;
  const possible = capacity(vote, count.channel);
  if (counted <= possible) return null;
  const place =
    count.channel === 'inRoom' ? { ja: '会場', en: 'in the room' } : { ja: 'オンライン', en: 'online' };
  const voters = vote.eligibleCount[count.channel];
  const others = voters - possible;
  const why =
    others > 0
      ? {
          ja: `${place.ja}の表決権者${String(voters)}人のうち${String(others)}人は、ほかで数えられています`,
          en: `Of ${String(voters)} voters ${place.en}, ${String(others)} are counted elsewhere`,
        }
      : {
          ja: `${place.ja}の表決権者は${String(voters)}人です`,
          en: `There are ${String(voters)} voters ${place.en}`,
        };
  return refuse(
    'vote/too-many',
    `合計${String(counted)}人は多すぎます。${why.ja}。数えられるのは${String(possible)}人までです。数え直してください。`,
    `${String(counted)} are too many. ${why.en}: at most ${String(possible)} can be counted. Count again.`,
  );
}

/** How many this channel's count may come to: the count there is now, and whoever is not accounted for. */
function capacity(vote: Vote, channel: Command<'recordCount'>['channel']): number {
  return handsIn(vote.counts[channel]) + roomFor(vote, channel);
}

function uncountable(vote: Vote): Refusal | null {
  const method = methods[vote.method];
  if (method.counts) return null;
  return refuse(
    'vote/method',
    `${method.label.ja}では、人数だけの入力はできません。`,
    `${method.label.en}: a bare count cannot be entered.`,
  );
}
