import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { PersonId } from '../../shared/meeting/person.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Ambient } from '../../shared/views/ambient.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { MeView } from '../../shared/views/types/meView.ts';
import type { Views } from '../../shared/views/types/views.ts';

/** How a meeting looks to each audience (shared/views/), as far as the fan-out needs it. */
export interface Viewer {
  viewFor<A extends Audience>(audience: A, state: MeetingState, ambient: Ambient): Views[A];
  meFor(state: MeetingState, person: PersonId, ambient: Ambient): MeView | null;
  /** Whose personal part these events may have changed. */
  personsTouched(
    events: readonly MeetingEvent[],
    before: MeetingState,
    after: MeetingState,
  ): readonly PersonId[] | 'all';
}
