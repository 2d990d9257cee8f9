import type { Vote } from '../../features/votes/state.ts';
import { voteOnTable } from '../../features/votes/table.ts';
import { handsIn, hasBallot, resolutionOf } from '../../features/votes/tally.ts';
import { seatOf } from '../../meeting/lookup.ts';
import { getPerson } from '../../meeting/personMap.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { own } from '../own.ts';
import { part } from '../part.ts';
import type { SeatLine } from '../types.ts';

/**
 * The seat map (座席表): for each person the three facts of presence, the hand, the floor, and the vote. The desk's
 * alone: it holds who lost a link, whose face was seen, and in an open vote who has not voted.
 */
export const seatLines = part(
  (state: MeetingState, { devices }: Ambient) => [
    state.roster,
    state.attendance,
    devices,
    state.floor.hands,
    state.floor.turn,
    voteOnTable(state),
  ],
  (state, { devices }): Readonly<Record<PersonId, SeatLine>> => {
    const { roster, attendance, floor } = state;
    const raised = new Map(floor.hands.map((hand) => [hand.who, hand.kind]));
    const vote = voteOnTable(state);
    return Object.fromEntries(
      roster.order.map((who) => {
        const seat = seatOf(state, who);
        const { presence, channel, identifiedAt, checkedInAt, leftAt, lostAt, graceUntil, excluded } = seat;
        const line: SeatLine = {
          who,
          place: own(roster.places, who) ?? null,
          presence,
          channel,
          identifiedAt,
          checkedInAt,
          leftAt,
          lostAt,
          graceUntil,
          excluded,
          recusedFrom: own(attendance.recusals, who) ?? null,
          devices: getPerson(devices, who) ?? 0,
          hand: raised.get(who) ?? null,
          speaking: floor.turn?.who === who,
          vote: seatVote(vote, who),
        };
        return [who, line];
      }),
    );
  },
);

/**
 * How one person stands in the vote on the table. What they chose shows only where the room could see it too: a
 * raised hand or a rising is public at once, a button when the vote is closed, a named ballot too, a secret ballot
 * never. Where hands were counted nobody is unaccounted for by name.
 */
function seatVote(vote: Vote | null, who: PersonId): SeatLine['vote'] {
  const channel = vote === null ? undefined : own(vote.eligible, who);
  if (vote === null || channel === undefined) return { state: 'none' };
  const open = vote.status === 'open';
  const ballot = getPerson(vote.ballots, who);
  if (ballot !== undefined) {
    const seen = !open || vote.method === 'showOfHands' || vote.method === 'standing';
    return seen ? { state: 'voted', choice: ballot.choice, at: ballot.at } : { state: 'taken' };
  }
  const resolved = resolutionOf(vote, who);
  if (resolved?.as === 'left') return { state: 'none' };
  if (resolved?.as === 'abstain' || resolved?.as === 'no')
    return { state: 'voted', choice: resolved.as, at: resolved.at };
  const counted = handsIn(vote.counts[channel]) > 0;
  if (resolved !== undefined || counted || hasBallot(vote, who)) return { state: 'taken' };
  return { state: open ? 'waiting' : 'unaccounted' };
}
