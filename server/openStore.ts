import type { Config } from './config.ts';
import { openStore as openStoreAt } from './log/openStore.ts';
import type { Store } from './log/store.ts';
import type { Surroundings } from './surroundings.ts';

/** The store that the configuration asks for. Rejects with a LogError that says what to do. */
export async function openStore(
  { data, redisUrl }: Pick<Config, 'data' | 'redisUrl'>,
  { clock, timers, random }: Surroundings,
): Promise<Store> {
  return openStoreAt(
    { dataDir: data, redisUrl: redisUrl ?? undefined },
    { now: clock.now, random, schedule: timers.soon },
  );
}
