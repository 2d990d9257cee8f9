import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { isLogError } from '../errors.ts';
import { connect, type Database } from './database.ts';
import { damaged } from './errors.ts';
import { APPLICATION_ID, migrate, refuseNewer } from './migrations.ts';

const pragma = (db: Database, source: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${source}`).all()[0] ?? {})[0];

/**
 * The lock before the log mode: a file that is first opened for one process only never gets shared memory beside it,
 * so a second process is refused, and the lock is gone with the process that held it, however it ended.
 */
const lock = (db: Database): void => {
  pragma(db, 'locking_mode = EXCLUSIVE');
  pragma(db, 'application_id');
};

/** FULL: each commit waits for fsync. secure_delete: what is deleted (a box and its key) is overwritten. */
const settle = (db: Database): void => {
  if (pragma(db, 'journal_mode = WAL') !== 'wal') throw damaged(db.file);
  pragma(db, 'synchronous = FULL');
  pragma(db, 'secure_delete = ON');
  pragma(db, 'temp_store = MEMORY');
  db.exec('BEGIN EXCLUSIVE; COMMIT;');
};

/**
 * Folds the write-ahead log into the file, lets go of the lock and closes: what is left is the one file, which may be
 * copied. (Only out of WAL can the lock be let go; where that fails, it goes with the process.)
 */
export const release = (db: Database): void => {
  try {
    pragma(db, 'journal_mode = DELETE');
    pragma(db, 'locking_mode = NORMAL');
    pragma(db, 'user_version');
  } finally {
    db.close();
  }
};

/** Lets go of a file that was not taken, leaving it as it is. */
const abandon = (db: Database): void => {
  try {
    pragma(db, 'locking_mode = NORMAL');
    pragma(db, 'application_id');
  } catch (error) {
    if (!isLogError(error)) throw error;
  } finally {
    db.close();
  }
};

/** Looks before anything is written. Throws a LogError for a file of another's, a newer or a damaged one. */
const examine = (db: Database): void => {
  if (pragma(db, 'application_id') !== APPLICATION_ID) throw damaged(db.file);
  refuseNewer(db.file, Number(pragma(db, 'user_version')));
  const verdict = pragma(db, 'quick_check(1)');
  if (verdict !== 'ok') throw damaged(db.file, verdict);
};

const syncFolder = (folder: string): void => {
  // Windows opens no folders, and needs no fsync there.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/** Gives the finished file its name, unless another process was quicker: then that one's is opened. */
const giveName = (draft: string, file: string): void => {
  try {
    linkSync(draft, file);
  } catch {
    // There, or a disk without hard links (a USB stick).
    if (!existsSync(file)) renameSync(draft, file);
  }
  syncFolder(dirname(file));
};

/** Made whole under another name first, so that an empty file under the right one is always a damaged one. */
const create = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.new-${process.pid}`;
  rmSync(draft, { force: true });
  closeSync(openSync(draft, 'wx', 0o600));
  try {
    const db = connect(draft);
    lock(db);
    settle(db);
    pragma(db, `application_id = ${APPLICATION_ID}`);
    migrate(db, 0);
    release(db);
    giveName(draft, file);
  } finally {
    for (const end of ['', '-wal', '-journal']) rmSync(`${draft}${end}`, { force: true });
  }
};

/**
 * Opens the file, or makes it. Throws a LogError that says what to do: `log/busy`, `log/damaged`, `log/newer`,
 * `log/full`, `log/unavailable`.
 */
export const openFile = (file: string): Database => {
  if (!existsSync(file)) create(file);
  const db = connect(file);
  try {
    lock(db);
    examine(db);
    settle(db);
    migrate(db, Number(pragma(db, 'user_version')));
    return db;
  } catch (error) {
    abandon(db);
    throw error;
  }
};

/** Another value for another file under the same name: a backup that was put in its place. */
export const placeOf = (file: string): string => {
  const { ino, birthtimeMs } = statSync(file);
  return `${ino}:${birthtimeMs}`;
};
