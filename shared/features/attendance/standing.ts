import { isMember, membersOf, seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import { keptOut } from '../../meeting/publicity.ts';
import { isRecused } from '../../meeting/recusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { quorumOf } from '../../rules/quorum.ts';
import type { Quorum } from '../../rules/quorum.ts';
import { isPermitted } from './permits.ts';
import type { Seat } from './state.ts';

/** Whether the desk knows this person to be who they say (本人確認): seen in the room, or as the rule asks online. */
export function isIdentified(state: MeetingState, seat: Seat): boolean {
  return (
    seat.channel === 'inRoom' || seat.identifiedAt !== null || state.rules.online.identityCheck === 'none'
  );
}

/**
 * Whether this person comes through as the rules ask (映像と音声による相互の認識, 総務省通知 令2.4.30): in the room always;
 * online with video and audio, or audio alone where the body lets it suffice. Whoever was not tried out does.
 */
export function isPerceived(state: MeetingState, seat: Seat): boolean {
  if (seat.channel !== 'online' || seat.link === null) return true;
  return seat.link.audio && (seat.link.video || state.rules.online.media === 'audioSuffices');
}

/** Members online whose link nobody has tried out (接続確認) since they are there, in the roster's order. */
export function linksToCheck(state: MeetingState): readonly PersonId[] {
  return membersOf(state).filter((who) => {
    const { presence, channel, link } = seatOf(state, who);
    return presence === 'present' && channel === 'online' && link === null;
  });
}

/** Present as a member by leave, known to be and perceived: what the quorum and every vote ask first. */
export function takesPart(state: MeetingState, who: PersonId): boolean {
  const seat = seatOf(state, who);
  const here = isMember(state, who) && seat.presence === 'present';
  return here && isPermitted(state, who, seat) && isIdentified(state, seat) && isPerceived(state, seat);
}

/** 定数: as the rules give it, else the members on the roster. */
export function seatsOf(state: MeetingState): number {
  return state.rules.seats ?? membersOf(state).length;
}

/** The quorum now, for the item on the table. */
export function quorumNow(state: MeetingState): Quorum {
  const rules = state.rules.quorum;
  const members = membersOf(state);
  const leader = presidingPerson(state);
  let counted = 0;
  let recused = 0;
  let leftOut = 0;
  for (const who of members) {
    if (!takesPart(state, who)) continue;
    const seat = seatOf(state, who);
    if (isRecused(state, who, state.agenda.current)) recused += 1;
    else if (seat.channel === 'online' && (!rules.countsOnline || seat.excluded)) leftOut += 1;
    else if (keptOut(state, seat.channel, state.agenda.current)) leftOut += 1;
    else if (who === leader && !rules.countsChair) leftOut += 1;
    else counted += 1;
  }
  return quorumOf(rules, {
    seats: seatsOf(state),
    inOffice: members.length,
    counted,
    recused,
    leftOut,
  });
}

/**
 * Members by where they are: 出席 19／21（会場17 オンライン2）欠席2. Officials and observers never count. Whoever never
 * came is absent once the meeting is over, whether or not somebody marked it.
 */
export interface AttendanceSummary {
  readonly seats: number;
  readonly present: number;
  readonly inRoom: number;
  readonly online: number;
  readonly absent: number;
  readonly left: number;
}

export function attendanceSummary(state: MeetingState): AttendanceSummary {
  const over = state.conduct.status === 'closed' || state.conduct.status === 'adjourned';
  const tally = { present: 0, inRoom: 0, online: 0, absent: 0, left: 0 };
  for (const who of membersOf(state)) {
    const seat = seatOf(state, who);
    if (seat.presence === 'present') {
      tally.present += 1;
      if (seat.channel !== null) tally[seat.channel] += 1;
    } else if (seat.presence === 'left') tally.left += 1;
    else if (seat.presence === 'absent' || over) tally.absent += 1;
  }
  return { seats: seatsOf(state), ...tally };
}
