import { LogError } from '../errors.ts';
import type { Database } from './database.ts';

/** "KYSH": says in the file's header whose it is. */
export const APPLICATION_ID = 0x4b595348;

/**
 * Each brings the file from the version before to its own; what has been released is never changed.
 *
 * `records` holds the exact text that was hashed (server/log/chain.ts), and triggers keep a slip of ours from ever
 * changing it: only a whole meeting goes, when `store` names it as `removing`. Keys of boxes lie apart from the boxes.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE store (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE meetings (
    number INTEGER PRIMARY KEY,
    meeting TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    epoch TEXT NOT NULL
  );
  CREATE TABLE records (
    meeting TEXT NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (meeting, seq)
  ) WITHOUT ROWID;
  CREATE TRIGGER records_stay BEFORE UPDATE ON records BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
  CREATE TRIGGER records_last BEFORE DELETE ON records
    WHEN NOT EXISTS (SELECT 1 FROM store WHERE name = 'removing' AND value = OLD.meeting)
    BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
  CREATE TABLE answers (
    meeting TEXT NOT NULL,
    command_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (meeting, command_id)
  ) WITHOUT ROWID;
  CREATE TABLE snapshots (
    meeting TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    schema INTEGER NOT NULL,
    body TEXT NOT NULL,
    head TEXT NOT NULL,
    digest TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE boxes (box TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE box_keys (box TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE links (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    token_hash TEXT NOT NULL UNIQUE,
    meeting TEXT,
    person TEXT,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    one_time INTEGER NOT NULL,
    used_at INTEGER
  );
  CREATE INDEX links_of_meeting ON links (meeting, number);
  CREATE TABLE sessions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    secret_hash TEXT NOT NULL UNIQUE,
    link_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    revoked_at INTEGER
  );
  CREATE INDEX sessions_of_link ON sessions (link_id);

  CREATE TABLE drafts (id TEXT PRIMARY KEY, updated_at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  `,
  `
  CREATE TABLE disposals (number INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TRIGGER disposals_stay BEFORE UPDATE ON disposals
    BEGIN SELECT RAISE(ABORT, 'the register is never changed'); END;
  CREATE TRIGGER disposals_last BEFORE DELETE ON disposals
    BEGIN SELECT RAISE(ABORT, 'the register only grows'); END;
  `,
];

const FILE_VERSION = MIGRATIONS.length;

/** Throws a LogError `log/newer` for a file that a later version of this program wrote. */
export const refuseNewer = (file: string, version: number): void => {
  if (version <= FILE_VERSION) return;
  throw new LogError(
    'log/newer',
    `「${file}」は新しい版のkyoshuが書いたものです（ファイルの版${version}、読めるのは${FILE_VERSION}まで）。新しい版で開いてください。`,
    `"${file}" was written by a newer kyoshu (file version ${version}; this program reads up to ${FILE_VERSION}). Open it with that one.`,
  );
};

export const migrate = (db: Database, from: number): void => {
  MIGRATIONS.slice(from).forEach((sql, index) => {
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${from + index + 1}; COMMIT;`);
  });
};
