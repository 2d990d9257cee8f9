import { expectedSeat } from '../../features/attendance/state.ts';
import type { Vote } from '../../features/votes/state.ts';
import { getPerson } from '../../meeting/personMap.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
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
        const seat = attendance.seats[who] ?? expectedSeat;
        const { presence, channel, identifiedAt, checkedInAt, leftAt, lostAt, graceUntil, excluded } = seat;
        const line: SeatLine = {
          who,
          place: roster.places[who] ?? null,
          presence,
          channel,
          identifiedAt,
          checkedInAt,
          leftAt,
          lostAt,
          graceUntil,
          excluded,
          recusedFrom: attendance.recusals[who] ?? null,
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

function voteOnTable(state: MeetingState): Vote | null {
  return state.votes.current === null ? null : (state.votes.votes[state.votes.current] ?? null);
}

/**
 * How one person stands in the vote on the table. What they chose shows only where the room could see it too: a
 * raised hand or a rising is public at once, a named ballot or a button when the vote is closed, a secret ballot never.
 */
function seatVote(vote: Vote | null, who: PersonId): SeatLine['vote'] {
  if (vote === null || !Object.hasOwn(vote.eligible, who)) return { state: 'none' };
  const ballot = getPerson(vote.ballots, who);
  const took = ballot !== undefined || getPerson(vote.took, who) !== undefined;
  if (!took) return { state: vote.status === 'open' ? 'waiting' : 'unaccounted' };
  const open = vote.method === 'showOfHands' || vote.method === 'standing';
  const shown = ballot !== undefined && vote.method !== 'secretBallot' && (open || vote.status !== 'open');
  return shown ? { state: 'voted', choice: ballot.choice, at: ballot.at } : { state: 'taken' };
}
