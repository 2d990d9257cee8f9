import { createClient, ErrorReply } from 'redis';
import { isLogError, LogError } from '../errors.ts';
import { translate, unavailable, unsafe } from './errors.ts';
import { PREFIX } from './keys.ts';
import { dangerOf, infoField, REQUIRED_SETTINGS } from './safety.ts';

const FIRST_TRIES = 5;
const LONGEST_PAUSE = 1000;
/** How often (ms) the settings of a Redis in use are looked at: somebody may change them in the middle of a meeting. */
const LOOK_AGAIN = 2000;

const newClient = (url: string, silentFor: number, retry: (retries: number) => number | Error) =>
  createClient({
    url,
    keyPrefix: PREFIX,
    // What is not sent is told at once: the page sends it again, and knows how long it has waited.
    disableOfflineQueue: true,
    pingInterval: 1000,
    // A Redis that is frozen, or behind a dead network, keeps its connections open and says nothing.
    socket: { socketTimeout: silentFor, connectTimeout: 2000, reconnectStrategy: retry },
  });

export type Client = ReturnType<typeof newClient>;

export interface Connection {
  /** For everything that answers at once. Commands reach Redis in the order in which they are given. */
  readonly main: Client;
  /** For reading that waits. */
  readonly reader: Client;
  /** Whether Redis can be reached and was looked over since it last could not. */
  isUp(): boolean;
  /** Resolves when Redis is up, at once where it is; with false when it is not for so many ms, or closed meanwhile. */
  comesUp(withinMs: number): Promise<boolean>;
  close(): void;
}

export interface ConnectionEvents {
  /** Redis is away. */
  readonly onDown: () => void;
  /** Redis is there again; nothing is sent to it by others until this resolves. */
  readonly look: (client: Client) => Promise<void>;
  /** It was looked over, and is used again. */
  readonly onUp: () => void;
}

const factsOf = async (client: Client) => {
  try {
    const [server, settings] = await Promise.all([
      client.info('server'),
      client.configGet(REQUIRED_SETTINGS),
    ]);
    return { version: infoField(server, 'redis_version'), settings };
  } catch (error) {
    if (!(error instanceof ErrorReply)) throw error;
    throw unsafe(
      `Redisの設定を確かめられません（${error.message}）。INFOとCONFIG GETを許してください。`,
      `The settings of Redis cannot be checked (${error.message}). Allow INFO and CONFIG GET.`,
    );
  }
};

/** Rejects with `log/unsafe` where Redis could lose what it acknowledges. */
const examine = async (client: Client): Promise<void> => {
  const danger = dangerOf(await factsOf(client));
  if (danger !== null) throw danger;
};

/**
 * Connects, twice. Rejects with a LogError: `log/unavailable` after a few tries, `log/unsafe` for a Redis that would
 * not keep what it is given. Later losses of the connection are mended for ever.
 */
export const connect = async (url: string, events: ConnectionEvents): Promise<Connection> => {
  let begun = false;
  let up = false;
  const waiting = new Set<(up: boolean) => void>();
  const tellWaiting = (isUp: boolean): void => {
    for (const done of [...waiting]) done(isUp);
  };
  const retry = (retries: number): number | Error =>
    begun || retries < FIRST_TRIES ? Math.min(50 * 2 ** Math.min(retries, 8), LONGEST_PAUSE) : unavailable();

  const main = newClient(url, 4000, retry);
  const reader = newClient(url, 6000, retry);
  const down = (): void => {
    if (begun && up) events.onDown();
    up = false;
  };
  /** Looks Redis over; again and again while it is there but not as it should be. */
  const back = async (): Promise<void> => {
    try {
      await examine(main);
      await events.look(main);
      up = true;
      events.onUp();
      tellWaiting(true);
    } catch (error) {
      if (!(translate(error) instanceof LogError)) throw error;
      if (begun && main.isReady) setTimeout(() => void back(), LONGEST_PAUSE).unref();
    }
  };
  // Each loss is also told by `reconnecting`; without a listener the client would throw it.
  for (const client of [main, reader]) client.on('error', () => undefined);
  main.on('reconnecting', down);
  main.on('ready', () => {
    if (begun) void back();
  });
  let looking = false;
  const lookAgain = setInterval(() => {
    // One look at a time: what is written to a Redis that is frozen would hide its silence.
    if (!up || !main.isReady || looking) return;
    looking = true;
    examine(main)
      .catch((error: unknown) => {
        // A connection that is lost meanwhile is told and mended as always.
        if (!begun || !isLogError(error, 'log/unsafe')) return;
        down();
        void back();
      })
      .finally(() => {
        looking = false;
      });
  }, LOOK_AGAIN).unref();

  try {
    await Promise.all([main.connect(), reader.connect()]);
    await examine(main);
  } catch (error) {
    clearInterval(lookAgain);
    main.destroy();
    reader.destroy();
    throw translate(error);
  }
  begun = true;
  up = true;
  const isUp = (): boolean => up && main.isReady;
  return {
    main,
    reader,
    isUp,
    async comesUp(withinMs) {
      if (isUp()) return true;
      return new Promise((resolve) => {
        const done = (comes: boolean): void => {
          waiting.delete(done);
          clearTimeout(timer);
          resolve(comes);
        };
        const timer = setTimeout(done, withinMs, false);
        waiting.add(done);
      });
    },
    close() {
      up = false;
      begun = false;
      clearInterval(lookAgain);
      tellWaiting(false);
      main.destroy();
      reader.destroy();
    },
  };
};
