import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { LogSurroundings } from './embedded/embeddedLog.ts';
import type { Store } from './store.ts';

export interface StorePlace {
  /** The folder of the one file, made when it is not there. */
  readonly dataDir: string;
  /** Where it is given, the store is in that Redis, and the folder is not used. */
  readonly redisUrl?: string | undefined;
}

/** The file in the data folder that holds everything. */
export const storeFile = (dataDir: string): string => join(dataDir, 'kyoshu.db');

/** The real world. */
const SURROUNDINGS: LogSurroundings = {
  now: () => Date.now(),
  random: (bytes) => randomBytes(bytes),
  schedule: (task) => void setImmediate(task),
};

/**
 * Opens the store that the configuration names. Rejects with a LogError that says what to do. Only what that store
 * needs is loaded: the client of Redis is a third of a server's start.
 */
export const openStore = async (
  { dataDir, redisUrl }: StorePlace,
  surroundings: LogSurroundings = SURROUNDINGS,
): Promise<Store> => {
  if (redisUrl !== undefined) {
    const { openRedisStore } = await import('./redis/redisStore.ts');
    return openRedisStore(redisUrl, surroundings);
  }
  const { openSqliteStore } = await import('./sqlite/sqliteStore.ts');
  return openSqliteStore(storeFile(dataDir), surroundings);
};
