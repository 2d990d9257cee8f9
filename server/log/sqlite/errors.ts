import { LogError } from '../errors.ts';

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

const busy = (file: string, cause?: unknown): LogError =>
  new LogError(
    'log/busy',
    `別のkyoshuが「${file}」を使用中です。先にそれを終了するか、KYOSHU_DATAで別の場所を指定してください。`,
    `Another kyoshu is using "${file}". Stop it first, or name another place with KYOSHU_DATA.`,
    cause,
  );

export const damaged = (file: string, cause?: unknown): LogError =>
  new LogError(
    'log/damaged',
    `「${file}」は壊れているか、kyoshuの記録ファイルではありません。バックアップから戻してください。`,
    `"${file}" is damaged or is not a kyoshu log. Restore it from a backup.`,
    cause,
  );

const full = (file: string, cause: unknown): LogError =>
  new LogError(
    'log/full',
    `ディスクに空きがなく、「${file}」に記録できません。空きを作ると続けられます。`,
    `The disk has no room left for "${file}". Make some, and it goes on.`,
    cause,
  );

const unavailable = (file: string, cause: unknown): LogError =>
  new LogError(
    'log/unavailable',
    `「${file}」に読み書きできません。ディスクと、フォルダーの権限を確かめてください。`,
    `"${file}" cannot be read or written. Check the disk and the folder's permissions.`,
    cause,
  );

/** The driver's error as a sentence; what is no trouble of the storage (a wrong statement) comes back as it was. */
export const translate = (file: string, error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const raw: unknown = 'rawCode' in error ? error.rawCode : undefined;
  switch (typeof raw === 'number' ? raw & 0xff : undefined) {
    case BUSY:
    case LOCKED:
      return busy(file, error);
    case CORRUPT:
    case NOTADB:
      return damaged(file, error);
    case FULL:
      return full(file, error);
    case READONLY:
    case IOERR:
    case CANTOPEN:
      return unavailable(file, error);
    default:
      return error.message.includes('ConnectionFailed') ? unavailable(file, error) : error;
  }
};
