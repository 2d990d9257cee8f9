import type { MeetingState } from '../../meeting/state.ts';
import type { MinutesBlock } from '../block.ts';
import type { Profile } from '../profile/schema.ts';

/** What a report is made from: the state and the minutes of one moment. */
export interface ReportSource {
  readonly state: MeetingState;
  readonly blocks: readonly MinutesBlock[];
  readonly profile: Profile;
}
