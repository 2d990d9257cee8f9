import { awaitsPermit, permitOf } from '../../features/attendance/permits.ts';
import { isPerceived } from '../../features/attendance/standing.ts';
import type { HandKind } from '../../features/floor/state.ts';
import type { Vote } from '../../features/votes/state.ts';
import { voteOnTable } from '../../features/votes/table.ts';
import { handsIn, hasBallot, resolutionOf } from '../../features/votes/tally.ts';
import { personOf, seatOf } from '../../meeting/lookup.ts';
import { emptyPersonMap, getPerson } from '../../meeting/personMap.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { own } from '../own.ts';
import { personLines } from '../personLines.ts';
import type { SeatLine } from '../types/seatLine.ts';

/**
 * The seat map (座席表): for each person the three facts of presence, the hand, the floor, and the vote. The desk's
 * alone: it holds who lost a link, whose face was seen, and in an open vote who has not voted.
 */
export const seatLines = personLines(
  (state: MeetingState, { devices }: Ambient) => {
    const vote = voteOnTable(state);
    return {
      everybody: [
        state.roster,
        state.rules,
        state.attendance.recusals,
        state.attendance.permits,
        vote?.id,
        vote?.status,
        vote?.counts,
        vote?.resolutions,
      ],
      maps: [
        state.attendance.seats,
        devices,
        vote?.ballots ?? emptyPersonMap(),
        vote?.took ?? emptyPersonMap(),
      ],
      marks: floorMarks(state),
    };
  },
  (who, marks, state, { devices }): SeatLine => {
    const seat = seatOf(state, who);
    const { presence, channel, identifiedAt, link, checkedInAt, leftAt, lostAt, graceUntil, excluded } = seat;
    const { hand, speaking } = markOf(marks.get(who));
    return {
      who,
      place: own(state.roster.places, who) ?? null,
      attends: personOf(state, who)?.attends ?? null,
      presence,
      channel,
      identifiedAt,
      link,
      perceived: isPerceived(state, seat),
      permit: permitMark(state, who),
      checkedInAt,
      leftAt,
      lostAt,
      graceUntil,
      excluded,
      recusedFrom: own(state.attendance.recusals, who) ?? null,
      devices: getPerson(devices, who) ?? 0,
      hand,
      speaking,
      vote: seatVote(voteOnTable(state), who),
    };
  },
);

function permitMark(state: MeetingState, who: PersonId): SeatLine['permit'] {
  const { asked, answer } = permitOf(state, who);
  if (answer !== null) return answer.permitted ? 'permitted' : 'declined';
  if (asked !== null) return 'asked';
  return awaitsPermit(state, who) ? 'needed' : 'none';
}

/** Who has a hand up or the floor. */
function floorMarks({ floor }: MeetingState): ReadonlyMap<PersonId, string> {
  const marks = new Map<PersonId, string>(floor.hands.map(({ who, kind }) => [who, kind]));
  if (floor.turn !== null) marks.set(floor.turn.who, `${marks.get(floor.turn.who) ?? ''} speaking`);
  return marks;
}

function markOf(mark = ''): { readonly hand: HandKind | null; readonly speaking: boolean } {
  const [hand = '', speaking] = mark.split(' ');
  return { hand: hand === '' ? null : (hand as HandKind), speaking: speaking !== undefined };
}

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
