import { withEntry } from '../../meeting/chunked.ts';
import type { Evolvers } from '../../meeting/decider.ts';
import { isMember, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { setPerson } from '../../meeting/personMap.ts';
import type { PersonMap } from '../../meeting/personMap.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { endTurn, spokenBy } from './endTurn.ts';
import type { FloorEvents } from './events.ts';
import { orderQueue } from './orderQueue.ts';
import type { FloorState, Hand, Spoken } from './state.ts';

export const floorEvolvers: Evolvers<keyof FloorEvents> = {
  HandRaised: (state, event) => {
    const hand: Hand = {
      no: state.version + 1,
      who: event.who,
      kind: event.kind,
      raisedAt: event.raisedAt,
      enteredAt: event.at,
      source: event.source,
      channel: event.channel,
    };
    // A second hand takes the place of the first: nobody is in the queue twice.
    const { hands, overrides } = withoutHand(state, event.who);
    return withFloor(state, { hands: [...hands, hand], overrides });
  },
  HandLowered: (state, event) => withFloor(state, withoutHand(state, event.who)),
  Recognized: (state, event) => {
    const { recognized, turns } = state.floor;
    return withFloor(state, {
      recognized: recognized.includes(event.who) ? recognized : [...recognized, event.who],
      nomination: { who: event.who, by: event.by, at: event.at, turn: turns + 1, hand: event.hand },
    });
  },
  TurnBegan: (state, event) => {
    const quiet = endTurn(state, event.at);
    const { floor } = quiet;
    const { nomination } = floor;
    // A point of order interrupts: whoever was being answered may still follow up.
    const interrupts = nomination?.turn === event.turn && nomination.hand === 'pointOfOrder';
    const asMember = isMember(state, event.who) && event.who !== presidingPerson(state);
    return withFloor(quiet, {
      turn: { no: event.turn, who: event.who, since: event.at, kind: event.kind, item: event.item },
      turns: event.turn,
      heard: withEntry(floor.heard, event.turn, {
        who: event.who,
        item: event.item,
        chair: presidingPerson(state),
      }),
      lastMember: asMember && !interrupts ? event.who : floor.lastMember,
      ...(event.fromQueue
        ? {
            spoken: addTurn(floor.spoken, event.who),
            today: addTurn(floor.today, event.who),
            lastChannel: seatOf(state, event.who).channel ?? floor.lastChannel,
          }
        : {}),
    });
  },
  FloorYielded: (state, event) => endTurn(state, event.at),
  ExplanationBegan: (state, event) => {
    const { turn } = state.floor;
    return turn === null
      ? state
      : withFloor(state, {
          turn: { ...turn, kind: 'explanation', item: event.item },
          explainingSince: event.at,
        });
  },
  ExplanationEnded: (state, event) => endTurn(state, event.at),
  NoticeGiven: (state, { who, item, text, at }) => {
    const others = state.floor.notices.filter((notice) => notice.who !== who || notice.item !== item);
    const before = state.floor.notices.find((notice) => notice.who === who && notice.item === item);
    // Other words about the same keep their place.
    const notice = { who, item, text, at: before?.at ?? at };
    return withFloor(state, {
      notices: [...others, notice].toSorted((a, b) => a.at - b.at),
    });
  },
  NoticeWithdrawn: (state, { who, item }) =>
    withFloor(state, {
      notices: state.floor.notices.filter((notice) => notice.who !== who || notice.item !== item),
    }),
  ListClosed: (state) => withFloor(state, { listOpen: false }),
  ListOpened: (state) => withFloor(state, { listOpen: true }),
  HandReordered: (state, event) =>
    withFloor(state, {
      overrides: [
        ...state.floor.overrides,
        { who: event.who, before: event.before, why: event.why, no: state.version + 1 },
      ],
    }),
};

function withFloor(state: MeetingState, change: Partial<FloorState>): MeetingState {
  return { ...state, floor: { ...state.floor, ...change } };
}

/**
 * The queue without this person's hand. Whoever was put before it stands before the one behind it instead, so that
 * nobody's place changes when somebody else goes.
 */
function withoutHand(state: MeetingState, who: PersonId): Pick<FloorState, 'hands' | 'overrides'> {
  const { hands, overrides } = state.floor;
  if (!hands.some((hand) => hand.who === who)) return { hands, overrides };
  const rest = hands.filter((hand) => hand.who !== who);
  if (overrides.length === 0) return { hands: rest, overrides };
  const order = orderQueue(state).lines.map((line) => line.hand.who);
  const next = order[order.indexOf(who) + 1] ?? null;
  return {
    hands: rest,
    overrides: overrides
      .filter((override) => override.who !== who)
      .map((override) => (override.before === who ? { ...override, before: next } : override)),
  };
}

function addTurn(record: PersonMap<Spoken>, who: PersonId): PersonMap<Spoken> {
  const { times, ms } = spokenBy(record, who);
  return setPerson(record, who, { times: times + 1, ms });
}
