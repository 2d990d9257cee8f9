import type { Shelf } from '../embedded/shelf.ts';
import { isLogError } from '../errors.ts';
import type { SealedBox } from '../sealedBox.ts';
import type { Database } from './database.ts';

type Boxes = Pick<Shelf, 'box' | 'putBox' | 'dropBox' | 'wipe'>;

/** A box is one row that is replaced as a whole, so there are no rows whose places in the file could tell an order. */
export const boxes = (db: Database): Boxes => {
  const one = db.prepare('SELECT content, key FROM boxes JOIN box_keys USING (box) WHERE box = ?');
  const putContent = db.prepare('INSERT OR REPLACE INTO boxes (box, content) VALUES (?, ?)');
  const putKey = db.prepare('INSERT OR IGNORE INTO box_keys (box, key) VALUES (?, ?)');
  const dropContent = db.prepare('DELETE FROM boxes WHERE box = ?');
  const dropKey = db.prepare('DELETE FROM box_keys WHERE box = ?');
  // The write-ahead log still holds the pages as they were.
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  return {
    box: (box) => (one.all(box)[0] as unknown as SealedBox | undefined) ?? null,
    putBox(box, { content, key }) {
      putContent.run(box, content);
      putKey.run(box, key);
    },
    dropBox(box) {
      dropContent.run(box);
      dropKey.run(box);
    },
    wipe() {
      try {
        checkpoint.all();
      } catch (error) {
        // SQLite's own checkpoints and closing the file do the same later.
        if (!isLogError(error)) throw error;
      }
    },
  };
};
