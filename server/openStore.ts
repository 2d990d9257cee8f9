import { join } from 'node:path';
import type { Config } from './config.ts';
import { ConfigError } from './config.ts';
import { openSqliteStore } from './log/sqlite/sqliteStore.ts';
import type { Store } from './log/store.ts';
import type { Surroundings } from './surroundings.ts';

/** The store that the configuration asks for. Throws a LogError that says what to do. */
export function openStore(config: Pick<Config, 'data' | 'redisUrl'>, surroundings: Surroundings): Store {
  if (config.redisUrl !== null)
    throw new ConfigError(
      'REDIS_URL はまだ使えません。設定を外すと、記録は KYOSHU_DATA のファイルに保存されます。\n' +
        'REDIS_URL is not supported yet. Without it the record is kept in a file under KYOSHU_DATA.',
    );
  const { clock, timers, random } = surroundings;
  return openSqliteStore(join(config.data, 'kyoshu.db'), {
    now: () => clock.now(),
    random,
    schedule: (task) => {
      timers.soon(task);
    },
  });
}
