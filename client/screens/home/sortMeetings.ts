import type { MeetingListing } from '../../../shared/protocol/api.ts';

export interface SortedMeetings {
  /** Held today, or running whatever the date says. */
  readonly today: readonly MeetingListing[];
  /** The next one first. */
  readonly coming: readonly MeetingListing[];
  /** The last one first. */
  readonly past: readonly MeetingListing[];
}

const day = 24 * 3600_000;
const japan = 9 * 3600_000;

/** Real meetings by when they are held, by Japan's calendar. Rehearsals are not meetings. */
export function sortMeetings(meetings: readonly MeetingListing[], now: number): SortedMeetings {
  const starts = (meeting: MeetingListing) => Date.parse(meeting.info.startsAt);
  const dayNumber = (at: number) => Math.floor((at + japan) / day);
  const ended = (meeting: MeetingListing) => meeting.status === 'closed' || meeting.status === 'adjourned';
  const running = (meeting: MeetingListing) => meeting.status === 'open' || meeting.status === 'recess';
  const real = meetings
    .filter((meeting) => !meeting.rehearsal)
    .toSorted((one, other) => starts(one) - starts(other));
  const isToday = (meeting: MeetingListing) =>
    running(meeting) || dayNumber(starts(meeting)) === dayNumber(now);
  return {
    today: real.filter((meeting) => isToday(meeting) && !ended(meeting)),
    coming: real.filter((meeting) => !isToday(meeting) && !ended(meeting) && starts(meeting) > now),
    past: real
      .filter((meeting) => ended(meeting) || (!isToday(meeting) && starts(meeting) <= now))
      .toReversed(),
  };
}
