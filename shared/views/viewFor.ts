import type { MeetingState } from '../meeting/state.ts';
import type { Ambient } from './ambient.ts';
import { chairView } from './audiences/chair.ts';
import { deskView } from './audiences/desk.ts';
import { memberView } from './audiences/member.ts';
import { observerView } from './audiences/observer.ts';
import { screenView } from './audiences/screen.ts';
import type { Audience } from './types/audience.ts';
import type { Views } from './types/views.ts';

const builders: { readonly [A in Audience]: (state: MeetingState, ambient: Ambient) => Views[A] } = {
  chair: chairView,
  desk: deskView,
  member: memberView,
  observer: observerView,
  screen: screenView,
};

/**
 * What one audience sees of a meeting now. It is built up from the parts that audience is given; what did not change
 * since the last call for the same meeting keeps its identity.
 */
export function viewFor<A extends Audience>(audience: A, state: MeetingState, ambient: Ambient): Views[A] {
  return builders[audience](state, ambient);
}
