import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { LogSurroundings } from './embedded/embeddedLog.ts';
import { openRedisStore } from './redis/redisStore.ts';
import { openSqliteStore } from './sqlite/sqliteStore.ts';
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

/** Opens the store that the configuration names. Rejects with a LogError that says what to do. */
export const openStore = async (
  { dataDir, redisUrl }: StorePlace,
  surroundings: LogSurroundings = SURROUNDINGS,
): Promise<Store> =>
  redisUrl === undefined
    ? openSqliteStore(storeFile(dataDir), surroundings)
    : openRedisStore(redisUrl, surroundings);
