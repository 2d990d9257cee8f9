import { createHash } from 'node:crypto';
import { ErrorReply } from 'redis';
import type { Client } from './connection.ts';
import { translate } from './errors.ts';

/** A script that Redis runs as one step. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

export const script = (lua: string): Script => ({ lua, sha: createHash('sha1').update(lua).digest('hex') });

/**
 * Runs a script; a Redis that was restarted does not know it any more and gets it once more. Calls made in a row
 * reach Redis in that order, but for that first one. Rejects with a LogError.
 */
export const run = async (
  client: Client,
  { lua, sha }: Script,
  keys: readonly string[],
  args: readonly (string | number)[],
): Promise<unknown> => {
  const call = { keys: [...keys], arguments: args.map(String) };
  try {
    return await client.evalSha(sha, call);
  } catch (error) {
    if (!(error instanceof ErrorReply && error.message.startsWith('NOSCRIPT'))) throw translate(error);
    return client.eval(lua, call).catch((again: unknown) => {
      throw translate(again);
    });
  }
};
