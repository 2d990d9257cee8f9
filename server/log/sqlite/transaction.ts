import type { Database } from './database.ts';

/** Runs `work` in one transaction: durable when it returns, undone when it throws. */
export const transaction = <T>(db: Database, work: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // SQLite has undone it by itself, as it does when the disk is full or fails.
    }
    throw error;
  }
};
