import { memoryDisk } from '../../server/log/memory/disk.ts';
import { openMemoryStore } from '../../server/log/memory/memoryStore.ts';
import type { Store } from '../../server/log/store.ts';
import type { StoreHarness } from '../support/storeHarness.ts';
import { countedBytes, countedClock, testSurroundings } from '../support/surroundings.ts';
import { storeContract } from './store.contract.ts';

let places = 0;

storeContract('memory', async (): Promise<StoreHarness> => {
  const disk = memoryDisk();
  // Clock and bytes go on over a reopening, as they do in life.
  const world = { now: countedClock(), random: countedBytes(`memory ${places++}`) };
  let open: Store | null = null;
  return {
    async open(change) {
      return (open = openMemoryStore(disk, testSurroundings({ ...world, ...change })));
    },
    async remove() {
      await open?.close();
    },
  };
});
