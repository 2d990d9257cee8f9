import { ErrorReply } from 'redis';
import { LogError } from '../errors.ts';

const full = (cause: unknown): LogError =>
  new LogError(
    'log/full',
    'Redisに空きがなく、記録できません。メモリーかディスクの空きを作ると続けられます。',
    'Redis has no room left. Give it memory or disk, and it goes on.',
    cause,
  );

export const unavailable = (cause?: unknown): LogError =>
  new LogError(
    'log/unavailable',
    'Redisにつながりません。つながり次第、続けます。',
    'Redis cannot be reached. It goes on as soon as it can.',
    cause,
  );

export const unsafe = (ja: string, en: string): LogError => new LogError('log/unsafe', ja, en);

export const replaced = (meeting: string, had: number, has: number): LogError =>
  new LogError(
    'log/replaced',
    `会議「${meeting}」の記録が、古い写しに置き換わっています（${had}番まであった記録が${has}番まで）。事務局の確認を待っています。`,
    `The log of meeting "${meeting}" was replaced by an older copy (it went to ${had} and now goes to ${has}). It waits for the desk to confirm.`,
  );

export const archived = (meeting: string): LogError =>
  new LogError(
    'log/archived',
    `会議「${meeting}」は保存用のファイルに移されています。取り込むと、また開けます。`,
    `The meeting "${meeting}" was moved to an archive file. Import it to open it again.`,
  );

/**
 * The client's error as a sentence. What Redis itself answered is a bug of ours, but for the few answers that speak
 * of its state; everything else is the connection.
 */
export const translate = (error: unknown): unknown => {
  if (error instanceof LogError || error instanceof TypeError || error instanceof RangeError) return error;
  if (!(error instanceof ErrorReply)) return unavailable(error);
  if (/OOM|MISCONF|NOSPACE/.test(error.message)) return full(error);
  return /LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|NOREPLICAS|UNBLOCKED/.test(error.message)
    ? unavailable(error)
    : error;
};
