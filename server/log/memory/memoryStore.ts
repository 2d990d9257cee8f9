import { embeddedLog, type LogSurroundings } from '../embedded/embeddedLog.ts';
import type { Store } from '../store.ts';
import { grip, type MemoryDisk } from './disk.ts';
import { type Faults, NO_FAULTS } from './faults.ts';
import { memoryCredentials } from './memoryCredentials.ts';
import { memoryDrafts } from './memoryDrafts.ts';
import { memoryShelf } from './memoryShelf.ts';

/**
 * A store for tests and the simulation: keeps nothing when the process ends, and does the same again with the same
 * surroundings and faults. Throws a LogError `log/busy` while another store holds the disk.
 */
export const openMemoryStore = (
  disk: MemoryDisk,
  surroundings: LogSurroundings,
  faults: Faults = NO_FAULTS,
): Store => {
  const held = grip(disk);
  const log = embeddedLog(memoryShelf(held, faults), surroundings);
  return {
    log,
    credentials: memoryCredentials(held.disk),
    drafts: memoryDrafts(held.disk),
    nodes: null,
    close: () => log.close(),
  };
};
