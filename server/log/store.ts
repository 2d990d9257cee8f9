import type { Credentials } from './credentials.ts';
import type { Drafts } from './drafts.ts';
import type { MeetingLog } from './meetingLog.ts';

/** All that a server keeps, in one place (one file, or one Redis). Closing the log closes the store. */
export interface Store {
  readonly log: MeetingLog;
  readonly credentials: Credentials;
  readonly drafts: Drafts;
  close(): Promise<void>;
}
