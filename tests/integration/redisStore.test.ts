import { createClient } from 'redis';
import { afterAll } from 'vitest';
import { openRedisStore } from '../../server/log/redis/redisStore.ts';
import type { Store } from '../../server/log/store.ts';
import { storeContract } from '../contracts/store.contract.ts';
import { startRedisServer } from '../support/redisServer.ts';
import type { StoreHarness } from '../support/storeHarness.ts';
import { countedBytes, countedClock, testSurroundings } from '../support/surroundings.ts';

const server = await startRedisServer();
const admin = await createClient({ url: server.url }).connect();
afterAll(async () => {
  admin.destroy();
  await server.stop();
});

/** Redis has 16 databases by default; a test uses two at most. */
const DATABASES = 16;
let places = 0;

storeContract('redis', async (): Promise<StoreHarness> => {
  const database = places % DATABASES;
  places += 1;
  await admin.select(database);
  await admin.flushDb();
  // Clock and bytes go on over a reopening, as they do in life.
  const world = { now: countedClock(), random: countedBytes(`redis ${places}`) };
  let open: Store | null = null;
  return {
    async open(change) {
      return (open = await openRedisStore(
        `${server.url}/${database}`,
        testSurroundings({ ...world, ...change }),
      ));
    },
    async remove() {
      await open?.close();
    },
  };
});
