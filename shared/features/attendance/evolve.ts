import type { Evolvers } from '../../meeting/decider.ts';
import { seatOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { deletePerson, setPerson } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { AttendanceEvents } from './events.ts';
import { permitOf } from './permits.ts';
import { expectedSeat } from './state.ts';
import type { AttendanceState, OnlinePermit, Seat } from './state.ts';

const linkUp = { lostAt: null, graceUntil: null, excluded: false } as const;

export const attendanceEvolvers: Evolvers<keyof AttendanceEvents> = {
  CheckedIn: (state, event) => {
    const seat = seatOf(state, event.who);
    // The server lets somebody back in through the link they were seen on; anybody else is looked at again.
    const same = event.by === 'system';
    const sameLink = same ? seat.identifiedAt : null;
    return withSeat(state, event.who, {
      ...seat,
      ...linkUp,
      presence: 'present',
      channel: event.channel,
      identifiedAt: identifiedOn(state, event.channel, event.at) ?? sameLink,
      link: same ? seat.link : null,
      checkedInAt: seat.checkedInAt ?? event.at,
      late: seat.late || event.late,
      leftAt: null,
      leftReason: null,
      leftCause: null,
    });
  },
  IdentityConfirmed: (state, event) =>
    withSeat(state, event.who, { ...seatOf(state, event.who), identifiedAt: event.at }),
  LinkChecked: (state, event) =>
    withSeat(state, event.who, {
      ...seatOf(state, event.who),
      link: { at: event.at, video: event.video, audio: event.audio },
    }),
  OnlineAsked: (state, event) => {
    const { consents, answer } = permitOf(state, event.who);
    return withPermit(state, event.who, {
      asked: { at: event.at, reason: event.reason },
      // Whoever asks again after a refusal is considered anew.
      consents: answer === null ? consents : {},
      answer: null,
    });
  },
  OnlineAskWithdrawn: (state, event) =>
    withPermit(state, event.who, { asked: null, consents: {}, answer: null }),
  OnlineConsented: (state, event) => {
    const permit = permitOf(state, event.about);
    return withPermit(state, event.about, {
      ...permit,
      consents: { ...permit.consents, [event.who]: event.agree },
    });
  },
  OnlinePermitted: (state, { who, at, how, yes, no }) =>
    withPermit(state, who, {
      ...permitOf(state, who),
      answer: { permitted: true, at, how, yes, no },
    }),
  OnlineDeclined: (state, { who, at, why }) =>
    withPermit(state, who, { ...permitOf(state, who), answer: { permitted: false, at, why } }),
  ChannelChanged: (state, event) =>
    withSeat(state, event.who, {
      ...seatOf(state, event.who),
      ...linkUp,
      channel: event.channel,
      link: null,
      identifiedAt: identifiedOn(state, event.channel, event.at),
    }),
  ConnectionLost: (state, event) =>
    withSeat(state, event.who, {
      ...seatOf(state, event.who),
      lostAt: event.at,
      graceUntil: event.graceUntil,
    }),
  ConnectionRestored: (state, event) =>
    withSeat(state, event.who, { ...seatOf(state, event.who), ...linkUp }),
  Left: (state, event) =>
    withSeat(state, event.who, {
      ...seatOf(state, event.who),
      ...linkUp,
      presence: 'left',
      leftAt: event.since,
      leftReason: event.reason,
      leftCause: event.cause,
    }),
  ExcludedFromVote: (state, event) =>
    withSeat(state, event.who, { ...seatOf(state, event.who), graceUntil: null, excluded: true }),
  MarkedAbsent: (state, event) => withSeat(state, event.who, { ...expectedSeat, presence: 'absent' }),
  Recused: (state, event) =>
    withAttendance(state, { recusals: { ...state.attendance.recusals, [event.who]: event.item } }),
  RecusalEnded: (state, event) =>
    withAttendance(state, { recusals: withoutKey(state.attendance.recusals, event.who) }),
  ObserversAdmitted: (state, event) => withAttendance(state, { observers: event.count }),
  QuorumLost: (state, event) => withAttendance(state, { quorumLostAt: event.since }),
  QuorumRegained: (state) => withAttendance(state, { quorumLostAt: null }),
};

/** In the room, and online where the rules ask for no check, arriving is enough to be known. */
function identifiedOn(state: MeetingState, channel: Seat['channel'], at: number): number | null {
  return channel === 'inRoom' || state.rules.online.identityCheck === 'none' ? at : null;
}

function withAttendance(state: MeetingState, change: Partial<AttendanceState>): MeetingState {
  return { ...state, attendance: { ...state.attendance, ...change } };
}

function withPermit(state: MeetingState, who: PersonId, permit: OnlinePermit): MeetingState {
  return withAttendance(state, { permits: { ...state.attendance.permits, [who]: permit } });
}

function withSeat(state: MeetingState, who: PersonId, seat: Seat): MeetingState {
  const { seats, graces } = state.attendance;
  return withAttendance(state, {
    seats: setPerson(seats, who, seat),
    graces: seat.graceUntil === null ? deletePerson(graces, who) : setPerson(graces, who, seat.graceUntil),
  });
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
