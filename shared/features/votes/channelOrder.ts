import type { Channel } from '../../meeting/person.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { Vote } from './state.ts';
import { uncounted } from './tally.ts';

/**
 * Where the rules poll one channel before the other (大阪市会要綱4条: online members first, one by one), votes of the
 * second wait until everybody in the first is in, or the desk has entered the first one's count.
 */
export function outOfTurn(vote: Vote, channel: Channel): Refusal | null {
  const first = polledFirst(vote);
  if (first === null || first === channel) return null;
  const waiting = uncounted(vote, first);
  const place =
    first === 'online'
      ? { ja: 'オンラインの委員', en: 'members online' }
      : { ja: '会場の委員', en: 'members in the room' };
  return refuse(
    'vote/channel-order',
    `規則により、${place.ja}から先に採ります。あと${String(waiting)}人の表決を待つか、その人数を入力してください。`,
    `By the rules the ${place.en} are polled first. Wait for ${String(waiting)} more, or enter their count.`,
  );
}

/** The channel that everybody waits for now, where the rules poll one before the other; null where both may vote. */
export function polledFirst(vote: Vote): Channel | null {
  const { channelOrder } = vote.rules.vote;
  if (channelOrder === 'simultaneous' || vote.status !== 'open') return null;
  const first: Channel = channelOrder === 'onlineFirst' ? 'online' : 'inRoom';
  return vote.counts[first] === undefined && uncounted(vote, first) > 0 ? first : null;
}
