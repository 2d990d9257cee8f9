import type { MeetingState } from '../../meeting/state.ts';
import type { ScreenView } from '../types/screenView.ts';

/**
 * What the room screen shows: the desk's choice, or what the meeting is at. A result stays, and that
 * objections took a question to another method, until the next item is taken up or somebody other than whoever presides
 * speaks.
 */
export function screenScene(state: MeetingState, presiding: string | null): ScreenView['scene'] {
  const chosen = state.conduct.screen.scene;
  if (chosen !== 'auto') return chosen;
  switch (state.conduct.status) {
    case 'preparing':
    case 'adjourned':
    case 'closed':
      return 'waiting';
    case 'recess':
      return 'recess';
    case 'open':
      break;
  }
  if (state.votes.current !== null) return 'vote';
  if (state.agenda.current === null) return 'waiting';
  const turn = state.floor.turn;
  const last = state.votes.votes[state.votes.order.at(-1) ?? ''];
  const settledAt = last?.status === 'declared' ? (last.declaredAt ?? 0) : (last?.openedAt ?? 0);
  if (
    last?.item === state.agenda.current &&
    (turn === null || turn.who === presiding || turn.since <= settledAt)
  ) {
    if (last.status === 'declared') return 'result';
    if (last.status === 'escalated') return 'vote';
  }
  return turn === null || turn.who === presiding ? 'agenda' : 'floor';
}
