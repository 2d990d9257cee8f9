import type { ConductState } from '../../features/conduct/state.ts';
import type { PersonId } from '../../meeting/person.ts';
import type { MeetingInfo } from '../../meeting/plan.ts';
import type { Millis } from './millis.ts';

export interface MeetingHead {
  readonly id: string;
  readonly info: MeetingInfo;
  readonly status: ConductState['status'];
  readonly openedAt: Millis | null;
  readonly closedAt: Millis | null;
  readonly recess: { readonly since: Millis; readonly until: string | null } | null;
  /** Who leads now; null while nobody does. */
  readonly presiding: PersonId | null;
  readonly rehearsal: boolean;
  readonly profile: string;
}
