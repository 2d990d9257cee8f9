import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Store } from './log/store.ts';
import { MeetingRegistry } from './meetings/meetingRegistry.ts';
import type { Viewer } from './meetings/viewer.ts';
import type { Surroundings } from './surroundings.ts';
import { baseUrls } from './transport/addresses.ts';
import { connectedBefore, keepTouching } from './transport/connectedSessions.ts';
import { Gateway } from './transport/gateway.ts';
import { createHttp } from './transport/http.ts';
import { LinkDesk } from './transport/links.ts';
import { createMetrics } from './transport/metrics.ts';
import { Sessions } from './transport/sessions.ts';
import { connectGateway, openSockets, wireOf } from './transport/sockets.ts';

export interface AppParts {
  readonly config: Pick<Config, 'host' | 'port' | 'origins' | 'tls' | 'trustProxy'>;
  /** Closed by the app when it ends. */
  readonly store: Store;
  /** No other process appends to the store. */
  readonly alone: boolean;
  readonly viewer: Viewer;
  readonly surroundings: Surroundings;
  readonly logger: Logger;
  /** The folder of the built pages. */
  readonly client: string;
}

export interface App {
  /** Takes connections; resolves with the port. */
  listen(): Promise<number>;
  readonly links: LinkDesk;
  readonly registry: MeetingRegistry;
  /** The addresses under which people may reach this server, the likeliest first. */
  bases(): readonly string[];
  /** Takes nothing new, finishes what was accepted, and lets go of the store. */
  close(): Promise<void>;
}

/** The server, put together. It reads no environment and no clock of its own. */
export function createApp(parts: AppParts): App {
  const { config, store, surroundings, logger } = parts;
  const server = config.tls === null ? createServer() : createTlsServer(config.tls);
  const io = openSockets(server, config.origins);
  const metrics = createMetrics((error) => {
    logger.error({ err: error }, 'a command could not be carried out');
  });
  let logTrouble: string | null = null;
  store.log.onNotice((notice) => {
    logTrouble = notice.kind === 'waiting' ? notice.reason : null;
    logger.warn({ notice }, 'the store has news');
  });

  const sessions = new Sessions(store.credentials, surroundings);
  const links = new LinkDesk(store.credentials, surroundings, (link) => {
    gateway.revoke(link);
  });
  const registry = new MeetingRegistry({
    log: store.log,
    alone: parts.alone,
    wire: wireOf(io),
    viewer: parts.viewer,
    surroundings,
    gauges: metrics,
    joinUrl: (meeting) => links.observerUrl(meeting),
    connectedBefore: (meeting, since) => connectedBefore(store.credentials, meeting, since),
  });
  const gateway = new Gateway({
    registry,
    surroundings,
    counted: (audience, change) => {
      metrics.socket(audience, change);
    },
    seen: (session) => {
      // Only a hint for the next start: nobody waits for it, and its loss harms nothing.
      store.credentials.touchSession(session, surroundings.clock.now()).catch(() => undefined);
    },
    trouble: (error) => {
      metrics.trouble(error);
    },
  });
  connectGateway(io, gateway, sessions);
  const stopTouching = keepTouching(store.credentials, gateway, surroundings);

  const bases = () => {
    const address = server.address() as AddressInfo | null;
    return baseUrls({
      host: config.host,
      port: address?.port ?? config.port,
      secure: config.tls !== null,
      origins: config.origins,
    });
  };
  server.on(
    'request',
    createHttp({
      sessions,
      registry,
      links,
      bases,
      metrics,
      logger,
      logTrouble: () => logTrouble,
      log: store.log,
      drafts: store.drafts,
      clock: surroundings.clock,
      origins: config.origins,
      trustProxy: config.trustProxy,
      client: parts.client,
    }),
  );

  return {
    links,
    registry,
    bases,
    async listen() {
      server.listen(config.port, config.host);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    },
    async close() {
      stopTouching();
      await registry.beginClosing();
      const closed = server.listening ? once(server, 'close') : Promise.resolve();
      server.close();
      // What was accepted is answered over sockets that are still open.
      await registry.close();
      io.disconnectSockets(true);
      await io.close();
      server.closeAllConnections();
      await closed;
      metrics.close();
      await store.close();
    },
  };
}
