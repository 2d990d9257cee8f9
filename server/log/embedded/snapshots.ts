import { genesis, sha256 } from '../chain.ts';
import type { Snapshot } from '../meetingLog.ts';
import type { Shelf } from './shelf.ts';

const hashAt = (shelf: Shelf, meeting: string, version: number): string | null =>
  version === 0 ? genesis(meeting) : shelf.hashAt(meeting, version);

/** Bound to the record at its version, so that it cannot be taken for the state of another history. */
export const saveSnapshot = (shelf: Shelf, meeting: string, { version, schema, body }: Snapshot): void => {
  const head = hashAt(shelf, meeting, version);
  if (head === null) throw new RangeError(`no record ${version} in meeting ${meeting} to take a snapshot of`);
  shelf.transaction(() => shelf.putSnapshot(meeting, { version, schema, body, head, digest: sha256(body) }));
};

/** Null where it is damaged or belongs to another history: the log can give the state again. */
export const loadSnapshot = (shelf: Shelf, meeting: string): Snapshot | null => {
  const row = shelf.snapshot(meeting);
  if (row === null || sha256(row.body) !== row.digest) return null;
  if (hashAt(shelf, meeting, row.version) !== row.head) return null;
  return { version: row.version, schema: row.schema, body: row.body };
};
