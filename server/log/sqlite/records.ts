import type { Row } from '../chain.ts';
import type { Shelf } from '../embedded/shelf.ts';
import type { Database } from './database.ts';

type Records = Pick<Shelf, 'head' | 'hashAt' | 'rows' | 'addRow'>;

export const records = (db: Database): Records => {
  const head = db.prepare('SELECT seq, hash FROM records WHERE meeting = ? ORDER BY seq DESC LIMIT 1');
  const hashAt = db.prepare('SELECT hash FROM records WHERE meeting = ? AND seq = ?');
  const rows = db.prepare(
    'SELECT body, hash FROM records WHERE meeting = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const add = db.prepare('INSERT INTO records (meeting, seq, body, hash) VALUES (?, ?, ?, ?)');
  return {
    head(meeting) {
      const row = head.all(meeting)[0];
      return row === undefined ? null : { seq: Number(row['seq']), hash: String(row['hash']) };
    },
    hashAt(meeting, seq) {
      const row = hashAt.all(meeting, seq)[0];
      return row === undefined ? null : String(row['hash']);
    },
    rows: (meeting, afterSeq, limit) => rows.all(meeting, afterSeq, limit) as unknown as Row[],
    addRow: (meeting, seq, { body, hash }) => void add.run(meeting, seq, body, hash),
  };
};
