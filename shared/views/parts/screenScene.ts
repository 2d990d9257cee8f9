import type { MeetingState } from '../../meeting/state.ts';
import type { ScreenView } from '../types/screenView.ts';

/**
 * What the room screen shows: the desk's choice, or what the meeting is at. A result stays until the next item is
 * taken up or somebody other than whoever presides speaks.
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
  if (
    last?.status === 'declared' &&
    last.item === state.agenda.current &&
    (turn === null || turn.who === presiding || turn.since <= (last.declaredAt ?? 0))
  )
    return 'result';
  return turn === null || turn.who === presiding ? 'agenda' : 'floor';
}
