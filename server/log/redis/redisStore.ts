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
import { redisNodes } from './redisNodes.ts';

/**
 * How long (ms) a request waits for a Redis that is away. A page sends a command again by itself and says that it
 * waits; whoever opens a link or presses a button of the desk would be told to try again, a moment too early.
 */
const PATIENCE = 5000;

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
  const patient = asking(connection, () => open, PATIENCE);
  const log = redisLog({ connection, history: past, trouble: state, notices, ask }, surroundings);
  const nodes = redisNodes(ask, Buffer.from(surroundings.random(16)).toString('hex'));
  return {
    log,
    credentials: redisCredentials(patient),
    drafts: redisDrafts(patient),
    nodes,
    async close() {
      await nodes.close();
      open = false;
      await log.close();
    },
  };
};
