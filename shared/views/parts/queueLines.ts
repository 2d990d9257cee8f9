import type { FloorState, Hand } from '../../features/floor/state.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Sentence } from '../../protocol/language.ts';
import { clockTime } from '../clockTime.ts';
import type { FloorLine } from '../types.ts';

/** The waiting hands in speaking order, each with the reason for its place. */
export function queueLines(
  floor: FloorState,
  seats: MeetingState['attendance']['seats'],
  _rules: MeetingState['rules'],
  startsAt: string,
): Pick<FloorLine, 'queue' | 'ties'> {
  return {
    queue: floor.hands.map((hand) => ({
      who: hand.who,
      kind: hand.kind,
      raisedAt: hand.raisedAt,
      enteredAt: hand.enteredAt,
      source: hand.source,
      channel: hand.channel,
      times: floor.spoken[hand.who]?.times ?? 0,
      lost: (seats[hand.who]?.lostAt ?? null) !== null,
      tie: null,
      why: received(hand, startsAt),
    })),
    ties: [],
  };
}

/** 受付 14:03:21 会場（事務局入力）. */
function received(hand: Hand, startsAt: string): Sentence {
  const time = clockTime(hand.raisedAt, startsAt);
  const ja = { self: '', desk: '（事務局入力）', chair: '（議長入力）' }[hand.source];
  const en = { self: '', desk: ' (entered by the desk)', chair: ' (entered by the chair)' }[hand.source];
  return hand.channel === 'inRoom'
    ? { ja: `受付 ${time} 会場${ja}`, en: `received ${time}, in the room${en}` }
    : { ja: `受付 ${time} オンライン${ja}`, en: `received ${time}, online${en}` };
}
