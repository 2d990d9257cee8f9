import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../server/log/sqlite/sqliteStore.ts';
import type { Store } from '../../server/log/store.ts';
import { storeContract } from '../contracts/store.contract.ts';
import type { StoreHarness } from '../support/storeHarness.ts';
import { countedBytes, countedClock, testSurroundings } from '../support/surroundings.ts';

storeContract('sqlite', async (): Promise<StoreHarness> => {
  const folder = await mkdtemp(join(tmpdir(), 'kyoshu-log-'));
  // Clock and bytes go on over a reopening, as they do in life.
  const world = { now: countedClock(), random: countedBytes(folder) };
  let open: Store | null = null;
  return {
    async open(change) {
      return (open = openSqliteStore(join(folder, 'kyoshu.db'), testSurroundings({ ...world, ...change })));
    },
    async remove() {
      await open?.close();
      await rm(folder, { recursive: true });
    },
  };
});
