import type { PersonId } from '../../meeting/person.ts';
import type { ConductState } from './state.ts';

export interface ConductEvents {
  MeetingOpened: Record<never, never>;
  /** `cause`: the chair said so, or the rule for a lost quorum did. */
  Recessed: { until: string | null; cause: 'said' | 'quorum' };
  Resumed: Record<never, never>;
  Adjourned: { reason: string };
  MeetingClosed: Record<never, never>;
  /** `standsInFor`: who leads again when their exclusion from the item ends. */
  Presided: { who: PersonId; standsInFor: PersonId | null };
  ScreenSet: {
    scene: ConductState['screen']['scene'];
    notice: string | null;
    size: ConductState['screen']['size'];
  };
}
