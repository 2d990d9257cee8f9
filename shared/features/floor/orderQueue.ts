import type { Channel } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Sentence } from '../../protocol/language.ts';
import { spokenBy } from './endTurn.ts';
import { whyHere, whyTied } from './queueReasons.ts';
import type { FloorState, Hand, HandKind } from './state.ts';

/** One place in the speaking order. */
export interface QueuedHand {
  readonly hand: Hand;
  /** Earlier turns from the queue on this item: 0 is 初めて. */
  readonly times: number;
  /** Hands with the same number were raised at once (同時); null for a hand on its own. */
  readonly tie: number | null;
  readonly why: Sentence;
}

export interface Queue {
  readonly lines: readonly QueuedHand[];
  /** For each group of hands raised at once: what decided among them, in words. */
  readonly ties: readonly { readonly tie: number; readonly note: Sentence }[];
}

type Slice = Pick<MeetingState, 'floor' | 'rules' | 'info'>;

const rank: Readonly<Record<HandKind, number>> = { pointOfOrder: 0, followUp: 1, speak: 2 };

/**
 * The speaking order and its reasons: points of order, then follow-ups, then the others, each by the time the hand
 * went up. Hands within the tie window of the first of them count as raised at once, and the body's policy decides;
 * the chair's overruling comes last. The same hands give the same order on every machine.
 */
export function orderQueue(state: Slice): Queue {
  const { floor, rules } = state;
  const policy = rules.floor.order;
  const times = (hand: Hand) => spokenBy(floor.spoken, hand.who).times;
  const later = (hand: Hand) =>
    policy === 'firstTimeFirst' && hand.kind === 'speak' && times(hand) > 0 ? 1 : 0;
  // Who gave no notice speaks when those who did have spoken (発言通告 in assemblies’ rules of procedure).
  const unannounced = (hand: Hand) => (hand.kind === 'speak' && hand.source !== 'notice' ? 1 : 0);
  const sorted = floor.hands.toSorted(
    (a, b) =>
      rank[a.kind] - rank[b.kind] ||
      unannounced(a) - unannounced(b) ||
      later(a) - later(b) ||
      a.raisedAt - b.raisedAt ||
      a.no - b.no,
  );

  const order: Hand[] = [];
  const tieOf = new Map<Hand, number>();
  const ties: { tie: number; note: Sentence }[] = [];
  const windowMs = rules.floor.tieWindowSeconds * 1000;
  for (let from = 0; from < sorted.length;) {
    const first = sorted[from];
    if (first === undefined) break;
    let to = from + 1;
    while (to < sorted.length && raisedAtOnce(first, sorted[to], windowMs, later)) to += 1;
    const group = sorted.slice(from, to);
    from = to;
    const before = order.at(-1)?.channel ?? floor.lastChannel;
    const alternate = policy === 'alternate' && first.kind === 'speak';
    const decided = alternate ? inTurn(group, before) : group.toSorted((a, b) => a.no - b.no);
    order.push(...decided);
    if (group.length < 2) continue;
    const tie = ties.length + 1;
    for (const hand of group) tieOf.set(hand, tie);
    const mixed = new Set(group.map((hand) => hand.channel)).size > 1;
    ties.push({ tie, note: whyTied(policy, alternate && mixed, before) });
  }

  const { hands, moved } = overruled(order, floor);
  return {
    lines: hands.map((hand) => ({
      hand,
      times: times(hand),
      tie: tieOf.get(hand) ?? null,
      why: whyHere(hand, state.info.startsAt, {
        first: policy === 'firstTimeFirst' && hand.kind === 'speak' && times(hand) === 0,
        moved: moved.get(hand) ?? null,
      }),
    })),
    ties,
  };
}

function raisedAtOnce(
  first: Hand,
  other: Hand | undefined,
  windowMs: number,
  later: (hand: Hand) => number,
): boolean {
  return (
    other !== undefined &&
    other.kind === first.kind &&
    first.source !== 'notice' &&
    other.source !== 'notice' &&
    later(other) === later(first) &&
    other.raisedAt - first.raisedAt <= windowMs
  );
}

/** Room and online in turn, beginning with the channel that did not speak last; within a channel, as recorded. */
function inTurn(group: readonly Hand[], before: Channel | null): Hand[] {
  const recorded = group.toSorted((a, b) => a.no - b.no);
  const lines: Record<Channel, Hand[]> = { inRoom: [], online: [] };
  for (const hand of recorded) lines[hand.channel].push(hand);
  const order: Hand[] = [];
  let last = before;
  while (order.length < recorded.length) {
    const wanted: Channel =
      last === null ? (recorded[0]?.channel ?? 'inRoom') : last === 'inRoom' ? 'online' : 'inRoom';
    const next = lines[wanted].shift() ?? lines[wanted === 'inRoom' ? 'online' : 'inRoom'].shift();
    if (next === undefined) break;
    order.push(next);
    last = next.channel;
  }
  return order;
}

/** The order after the chair's overruling, and why each moved hand was moved. */
function overruled(order: readonly Hand[], floor: Pick<FloorState, 'overrides'>) {
  const hands = [...order];
  const moved = new Map<Hand, string>();
  for (const { who, before, why, no } of floor.overrides) {
    const from = hands.findIndex((hand) => hand.who === who);
    const [hand] = from < 0 ? [] : hands.splice(from, 1);
    if (hand === undefined) continue;
    const target = before === null ? -1 : hands.findIndex((other) => other.who === before);
    // To the end: of those who stood in the queue then, not of those who came later.
    const to = target >= 0 ? target : hands.findLastIndex((other) => other.no <= no) + 1;
    hands.splice(to, 0, hand);
    moved.set(hand, why);
  }
  return { hands, moved };
}
