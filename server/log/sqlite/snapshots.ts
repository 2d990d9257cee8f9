import type { Shelf, SnapshotRow } from '../embedded/shelf.ts';
import type { Database } from './database.ts';

type Snapshots = Pick<Shelf, 'snapshot' | 'putSnapshot'>;

export const snapshots = (db: Database): Snapshots => {
  const one = db.prepare('SELECT version, schema, body, head, digest FROM snapshots WHERE meeting = ?');
  const put = db.prepare(
    'INSERT OR REPLACE INTO snapshots (meeting, version, schema, body, head, digest) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    snapshot: (meeting) => (one.all(meeting)[0] as unknown as SnapshotRow | undefined) ?? null,
    putSnapshot: (meeting, { version, schema, body, head, digest }) =>
      void put.run(meeting, version, schema, body, head, digest),
  };
};
