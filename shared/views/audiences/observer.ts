import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { closedBecause } from '../../meeting/publicity.ts';
import { roomVoteLine } from '../parts/voteLine.ts';
import type { ObserverView } from '../types/observerView.ts';
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
  quorum: {
    required: 0,
    present: 0,
    met: false,
    lostAt: null,
    onLoss: 'blockVote',
    explanation: { ja: '', en: '' },
  },
  voters: { eligible: 0, required: 0, chairVotes: false, explanation: { ja: '', en: '' } },
  floor: { turn: null, lastMember: null, listOpen: false, queue: [], ties: [] },
  closedSession: true,
};

/**
 * Observers (傍聴人) see what the room sees. Of a meeting closed to the public they see what its public notice says:
 * what is held, when and where, and why it is closed; while an item is closed, nothing of what goes on.
 */
export function observerView(state: MeetingState, ambient: Ambient): ObserverView {
  const { version, meeting, ...common } = commonView(state, ambient);
  if (state.info.public.open) {
    if (closedBecause(state, state.agenda.current) === null)
      return { version, meeting, ...common, vote: roomVoteLine(state), closedSession: false };
    // The agenda says that it is closed and why; what goes on in the room is not the public's.
    const { floor, voters } = closed;
    return {
      version,
      meeting,
      ...common,
      floor,
      voters,
      vote: null,
      election: null,
      motions: [],
      closedSession: true,
    };
  }
  return {
    version,
    meeting: { ...meeting, presiding: null, info: { ...meeting.info, documents: [] } },
    ...closed,
  };
}
