export type LogErrorCode =
  /** Another process holds the store. */
  | 'log/busy'
  /** The file is no database of ours, is cut off, or its chain is broken. */
  | 'log/damaged'
  /** Written by a newer version of this program. */
  | 'log/newer'
  /** No room on the disk; may be tried again. */
  | 'log/full'
  /** The store failed or is away; whether the last append was written is not known. */
  | 'log/unavailable'
  /** An older copy stands where the store was; a meeting waits for the desk. */
  | 'log/replaced'
  /** The store is set up so that it could lose what it acknowledged. */
  | 'log/unsafe'
  /** The meeting was archived; it must be brought in again before anything happens in it. */
  | 'log/archived'
  /** An import of a meeting that is there already. */
  | 'log/exists'
  /** An import that is not what it should be. */
  | 'log/bad-copy'
  /** Used after `close`. */
  | 'log/closed';

/** What went wrong with the store, in a sentence that the person in front of the terminal can act on. */
export class LogError extends Error {
  readonly code: LogErrorCode;
  readonly ja: string;
  readonly en: string;

  constructor(code: LogErrorCode, ja: string, en: string, cause?: unknown) {
    super(`${ja}\n${en}`, cause === undefined ? undefined : { cause });
    this.name = 'LogError';
    this.code = code;
    this.ja = ja;
    this.en = en;
  }
}

export const isLogError = (value: unknown, code?: LogErrorCode): value is LogError =>
  value instanceof LogError && (code === undefined || value.code === code);

export const closed = (): LogError =>
  new LogError('log/closed', '記録はもう閉じられています。', 'The log is closed already.');
