import type { ChairView } from '../../../shared/views/types/chairView.ts';

/**
 * What the middle of the chair's tablet is about. Dangers come before business, except that a vote that is
 * under way is finished as it was opened: its quorum and its voters were frozen then.
 */
export type ChairMode =
  'waiting' | 'recess' | 'closed' | 'vote' | 'quorumLost' | 'grace' | 'election' | 'result' | 'floor';

export function chairMode(view: ChairView): ChairMode {
  const { meeting, vote, election, floor } = view;
  if (meeting.status === 'closed' || meeting.status === 'adjourned') return 'closed';
  if (meeting.status === 'preparing') return 'waiting';
  if (meeting.status === 'recess') return 'recess';
  if (vote !== null && (vote.status === 'open' || vote.status === 'closed')) return 'vote';
  // Where the rules only warn, business goes on, and the warnings stand in it.
  const stops = view.quorum.onLoss !== 'warn';
  if (stops && !view.quorum.met) return 'quorumLost';
  if (stops && view.graces.some((grace) => grace.losesQuorum)) return 'grace';
  if (election !== null && election.status !== 'declared') return 'election';
  const chairHasFloor = floor.turn === null || floor.turn.who === meeting.presiding;
  if (vote?.status === 'declared' && vote.item === view.current && chairHasFloor) return 'result';
  return 'floor';
}
