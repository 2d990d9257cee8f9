import type { Credentials } from './credentials.ts';
import type { Drafts } from './drafts.ts';
import type { MeetingLog } from './meetingLog.ts';
import type { Nodes } from './nodes.ts';

/** All that a server keeps, in one place (one file, or one Redis). Closing the log closes the store. */
export interface Store {
  readonly log: MeetingLog;
  readonly credentials: Credentials;
  readonly drafts: Drafts;
  /** Null for a store that belongs to one process. */
  readonly nodes: Nodes | null;
  close(): Promise<void>;
}
