import { embeddedLog, type LogSurroundings } from '../embedded/embeddedLog.ts';
import type { Shelf } from '../embedded/shelf.ts';
import type { Store } from '../store.ts';
import { answers } from './answers.ts';
import { boxes } from './boxes.ts';
import { sqliteCredentials } from './credentials.ts';
import type { Database } from './database.ts';
import { disposals } from './disposals.ts';
import { sqliteDrafts } from './drafts.ts';
import { meetings } from './meetings.ts';
import { openFile, placeOf, release } from './openFile.ts';
import { records } from './records.ts';
import { snapshots } from './snapshots.ts';
import { transaction } from './transaction.ts';

const sqliteShelf = (db: Database): Shelf => ({
  ...meetings(db),
  ...records(db),
  ...answers(db),
  ...snapshots(db),
  ...boxes(db),
  ...disposals(db),
  transaction: (work) => transaction(db, work),
  close: () => release(db),
});

/**
 * Where another file lies under the name (a backup put back), the meetings in it may be shorter than what pages in
 * people's hands have seen: a new epoch makes each of them begin again with what the file holds.
 */
const noteReplacement = (db: Database, random: LogSurroundings['random']): void => {
  const place = placeOf(db.file);
  const known = db.prepare("SELECT value FROM store WHERE name = 'place'").all()[0]?.['value'];
  if (known === place) return;
  transaction(db, () => {
    db.prepare("INSERT OR REPLACE INTO store (name, value) VALUES ('place', ?)").run(place);
    if (known === undefined) return;
    const setEpoch = db.prepare('UPDATE meetings SET epoch = ? WHERE number = ?');
    for (const { number } of db.prepare('SELECT number FROM meetings').all()) {
      setEpoch.run(Buffer.from(random(16)).toString('hex'), Number(number));
    }
  });
};

export interface FileLimits {
  /** The file grows no further than so many pages of 4 kB; then it is as if the disk were full. */
  readonly pages?: number | undefined;
}

/** A store in one file, for one process. Throws a LogError that says what to do. */
export const openSqliteStore = (
  file: string,
  surroundings: LogSurroundings,
  { pages }: FileLimits = {},
): Store => {
  const db = openFile(file);
  if (pages !== undefined) db.prepare(`PRAGMA max_page_count = ${pages}`).all();
  noteReplacement(db, surroundings.random);
  const log = embeddedLog(sqliteShelf(db), surroundings);
  return {
    log,
    credentials: sqliteCredentials(db),
    drafts: sqliteDrafts(db),
    nodes: null,
    close: () => log.close(),
  };
};
