import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import { replay } from '../../shared/meeting/replay.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { MeetingLog } from '../log/meetingLog.ts';
import { program } from '../program.ts';

/** The version of the state's form; a snapshot of another is not read. Raise it whenever MeetingState changes. */
const schema = 8;

/** How many events may have to be folded when a meeting is opened again. */
export const eventsBetweenSnapshots = 1000;

interface SnapshotBody {
  /** A snapshot is only a shortcut: another version of the program folds the log anew, whatever has changed in it. */
  readonly program: string;
  readonly state: MeetingState;
}

/** A meeting as its log has it, from the last snapshot on; null for an unknown meeting. */
export async function loadState(log: MeetingLog, meeting: string): Promise<MeetingState | null> {
  const known = await fromSnapshot(log, meeting);
  const records = await log.read(meeting, known?.version ?? 0);
  const events = records.map((record) => record.event as MeetingEvent);
  if (known !== null) return events.reduce(evolve, known);
  return events.length === 0 ? null : replay(events);
}

export async function saveState(log: MeetingLog, state: MeetingState): Promise<void> {
  const body: SnapshotBody = { program: program.version, state };
  await log.saveSnapshot(state.id, { version: state.version, schema, body: JSON.stringify(body) });
}

async function fromSnapshot(log: MeetingLog, meeting: string): Promise<MeetingState | null> {
  const snapshot = await log.loadSnapshot(meeting);
  if (snapshot === null || snapshot.schema !== schema) return null;
  const body = JSON.parse(snapshot.body) as SnapshotBody;
  return body.program === program.version && body.state.version === snapshot.version ? body.state : null;
}
