import type { LogSurroundings } from '../../server/log/embedded/embeddedLog.ts';
import type { Store } from '../../server/log/store.ts';

/** A place for one store, so that one suite can be held against every kind. */
export interface StoreHarness {
  /** Opens the store at the place, anew each time; the one before must be closed. */
  open(change?: Partial<LogSurroundings>): Promise<Store>;
  /** Closes what is open and removes the place. */
  remove(): Promise<void>;
}

export type MakeHarness = () => Promise<StoreHarness>;
