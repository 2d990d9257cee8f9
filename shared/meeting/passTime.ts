import { expireGraces, nextGraceEnd } from '../features/attendance/expireGraces.ts';
import type { EventData } from './events.ts';
import type { MeetingState } from './state.ts';
import { unfold } from './unfold.ts';

/** The meeting has ended: no deadline of its members matters any more. */
function isOver(state: MeetingState): boolean {
  return state.conduct.status === 'closed' || state.conduct.status === 'adjourned';
}

/** The earliest moment (epoch ms) at which something follows from time alone; it may have passed. Null: none. */
export function dueAt(state: MeetingState): number | null {
  return isOver(state) ? null : nextGraceEnd(state);
}

/**
 * What follows from time alone by `at`. To be recorded with the author `system` and the time `at`; whoever calls it
 * for a later moment calls it once for each `dueAt` on the way, so that everything is stamped when it fell due.
 */
export function passTime(state: MeetingState, at: number): readonly EventData[] {
  if (isOver(state)) return [];
  const story = unfold(state, { at, actor: { kind: 'system' } });
  expireGraces(story, at);
  return story.events;
}
