import type { MeView } from '../../../shared/views/types/meView.ts';
import type { MemberView } from '../../../shared/views/types/memberView.ts';

/** What a member's page is about now. What asks something of the member comes before what only informs. */
export type MemberMode =
  'closed' | 'waiting' | 'recess' | 'away' | 'called' | 'vote' | 'counting' | 'election' | 'queued' | 'floor';

export function memberMode(view: MemberView, me: MeView | null): MemberMode {
  const { meeting, vote, floor, election } = view;
  if (meeting.status === 'closed' || meeting.status === 'adjourned') return 'closed';
  if (meeting.status === 'preparing') return 'waiting';
  if (meeting.status === 'recess') return 'recess';
  if (me !== null && me.presence !== 'present') return 'away';
  if (vote?.status === 'open') return 'vote';
  if (floor.turn !== null && floor.turn.who === me?.person && !me.presiding) return 'called';
  if (vote?.status === 'closed') return 'counting';
  if (election !== null && election.status === 'open') return 'election';
  if (floor.queue.some((line) => line.who === me?.person)) return 'queued';
  return 'floor';
}
