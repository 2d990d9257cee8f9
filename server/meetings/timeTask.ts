import type { MeetingState } from '../../shared/meeting/state.ts';
import { dueAt, passTime } from '../../shared/meeting/passTime.ts';
import type { Task } from './task.ts';

/**
 * What time alone brings by `now` (a grace that ran out), recorded at the moment it fell due; null when nothing is
 * due. Its id comes from the state, so that two processes that notice the same moment record it once.
 */
export function timeTask(state: MeetingState, now: number): Task | null {
  const due = dueAt(state);
  if (due === null || due > now) return null;
  const at = Math.max(due, state.at);
  return {
    commandId: `time-${state.version}`,
    verb: 'passTime',
    internal: true,
    actor: { kind: 'system' },
    at: null,
    stampedAt: at,
    decide: (before) => ({ events: passTime(before, at) }),
    answered: () => undefined,
  };
}
