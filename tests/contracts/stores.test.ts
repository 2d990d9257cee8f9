import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryDisk } from '../../server/log/memory/disk.ts';
import { openMemoryStore } from '../../server/log/memory/memoryStore.ts';
import { openSqliteStore } from '../../server/log/sqlite/sqliteStore.ts';
import type { Store } from '../../server/log/store.ts';
import type { StoreHarness } from '../support/storeHarness.ts';
import { countedBytes, countedClock, testSurroundings } from '../support/surroundings.ts';
import { credentialsContract } from './credentials.contract.ts';
import { draftsContract } from './drafts.contract.ts';
import { meetingLogContract } from './meetingLog.contract.ts';

// Clock and bytes go on over a reopening, as they do in life.
let places = 0;
const memory = async (): Promise<StoreHarness> => {
  const disk = memoryDisk();
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
};

const sqlite = async (): Promise<StoreHarness> => {
  const folder = await mkdtemp(join(tmpdir(), 'kyoshu-log-'));
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
};

for (const [name, make] of Object.entries({ memory, sqlite })) {
  meetingLogContract(name, make);
  credentialsContract(name, make);
  draftsContract(name, make);
}
