import type { LogSurroundings } from '../embedded/embeddedLog.ts';
import { listeners } from '../listeners.ts';
import type { LogNotice } from '../meetingLog.ts';
import type { Store } from '../store.ts';
import { trouble } from '../trouble.ts';
import { asking } from './ask.ts';
import { connect } from './connection.ts';
import { history } from './history.ts';
import { redisCredentials } from './redisCredentials.ts';
import { redisDrafts } from './redisDrafts.ts';
import { redisLog } from './redisLog.ts';

/**
 * A store in Redis, for any number of nodes. Rejects with a LogError that says what to do: `log/unavailable`,
 * `log/unsafe` for a Redis that would not keep what it acknowledges.
 */
export const openRedisStore = async (url: string, surroundings: LogSurroundings): Promise<Store> => {
  const notices = listeners<LogNotice>();
  const state = trouble((notice) => notices.tell(notice));
  const past = history((notice) => notices.tell(notice));
  const connection = await connect(url, {
    onDown: () => state.failed('log/unavailable'),
    look: (client) => past.checkAll(client),
    onUp: () => state.worked(),
  });
  let open = true;
  const ask = asking(connection, () => open);
  const log = redisLog({ connection, history: past, trouble: state, notices, ask }, surroundings);
  return {
    log,
    credentials: redisCredentials(ask),
    drafts: redisDrafts(ask),
    async close() {
      open = false;
      await log.close();
    },
  };
};
