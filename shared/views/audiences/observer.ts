import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { roomVoteLine } from '../parts/voteLine.ts';
import type { ObserverView } from '../types.ts';
import { commonView } from './common.ts';

const nobody: Pick<
  ObserverView,
  'people' | 'peopleOrder' | 'attendance' | 'agenda' | 'current' | 'vote' | 'election' | 'motions'
> = {
  people: {},
  peopleOrder: [],
  attendance: { seats: 0, present: 0, inRoom: 0, online: 0, absent: 0, left: 0, observers: 0 },
  agenda: [],
  current: null,
  vote: null,
  election: null,
  motions: [],
};
const closed: Omit<ObserverView, 'version' | 'meeting'> = {
  ...nobody,
  quorum: { required: 0, present: 0, met: false, lostAt: null, explanation: { ja: '', en: '' } },
  voters: { eligible: 0, required: 0, chairVotes: false, explanation: { ja: '', en: '' } },
  floor: { turn: null, lastMember: null, listOpen: false, queue: [], ties: [] },
  closedSession: true,
};

/**
 * Observers (傍聴人) see what the room sees. Of a meeting closed to the public they see what its public notice says:
 * what is held, when and where, and why it is closed.
 */
export function observerView(state: MeetingState, ambient: Ambient): ObserverView {
  const { version, meeting, ...common } = commonView(state, ambient);
  if (state.info.public.open)
    return { version, meeting, ...common, vote: roomVoteLine(state), closedSession: false };
  return {
    version,
    meeting: { ...meeting, presiding: null, info: { ...meeting.info, documents: [] } },
    ...closed,
  };
}
