import type { CommonView } from './commonView.ts';

/** Observers (傍聴人) see what the room sees, and nothing while a session is closed to the public. */
export interface ObserverView extends CommonView {
  readonly closedSession: boolean;
}
