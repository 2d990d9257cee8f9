import { plainProfile } from '../shared/minutes/profiles.ts';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Profile } from '../shared/minutes/profile/schema.ts';
import type { Config } from './config.ts';
import type { Store } from './log/store.ts';
import { MeetingCatalogue } from './meetings/catalogue.ts';
import { ConfirmationCourier } from './meetings/confirmationCourier.ts';
import { MeetingRegistry } from './meetings/meetingRegistry.ts';
import { RetentionKeeper } from './meetings/retentionKeeper.ts';
import type { Viewer } from './meetings/viewer.ts';
import type { Surroundings } from './surroundings.ts';
import { Rehearsals } from './replay/rehearsals.ts';
import { isRefusal } from '../shared/meeting/refusal.ts';
import { baseUrls } from './transport/addresses.ts';
import { connectedBefore, SeenSessions } from './transport/connectedSessions.ts';
import { Gateway } from './transport/gateway.ts';
import { createHttp } from './transport/http.ts';
import { LinkDesk } from './transport/links.ts';
import { createMetrics } from './transport/metrics.ts';
import { OpenStreams } from './transport/openStreams.ts';
import { Sessions } from './transport/sessions.ts';
import { connectGateway, openSockets, wireOf } from './transport/sockets.ts';

export interface AppParts {
  readonly config: Pick<Config, 'host' | 'port' | 'origins' | 'tls' | 'trustProxy'>;
  /** Closed by the app when it ends. */
  readonly store: Store;
  readonly viewer: Viewer;
  /** The minutes profiles that the server knows. */
  readonly profiles: readonly Profile[];
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
  /** A desk's link for programs on this machine; it takes the place of the one made at the start before. */
  localLink(): Promise<string>;
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
    if (notice.kind === 'waiting') logTrouble = notice.reason;
    if (notice.kind === 'back') logTrouble = null;
    logger.warn({ notice }, 'the store has news');
  });

  const sessions = new Sessions(store.credentials, surroundings);
  const streams = new OpenStreams();
  const links = new LinkDesk(store.credentials, surroundings, (isDead) => {
    gateway.revoke(isDead);
    streams.revoke(isDead);
  });
  const registry = new MeetingRegistry({
    log: store.log,
    nodes: store.nodes,
    wire: wireOf(io),
    viewer: parts.viewer,
    surroundings,
    gauges: metrics,
    joinUrl: (meeting) => links.observerUrl(meeting),
    recorded: (state, events) => {
      keeper.hear(state, events);
      courier.hear(state, events);
    },
    profile: (id) => parts.profiles.find((profile) => profile.id === id) ?? plainProfile,
    connectedBefore: (meeting, since) => connectedBefore(store.credentials, meeting, since),
  });
  const gateway = new Gateway({
    registry,
    surroundings,
    counted: (audience, change) => {
      metrics.socket(audience, change);
    },
    seen: (session) => {
      seen.note(session);
    },
    trouble: (error) => {
      metrics.trouble(error);
    },
  });
  connectGateway(io, gateway, sessions);
  const catalogue = new MeetingCatalogue(store.log);
  const keeper = new RetentionKeeper({
    catalogue,
    registry,
    surroundings,
    remove: (meeting) => links.removeAll(meeting),
    trouble: (error) => {
      metrics.trouble(error);
    },
  });
  const courier = new ConfirmationCourier({
    catalogue,
    registry,
    trouble: (error) => {
      metrics.trouble(error);
    },
  });
  const seen = new SeenSessions(store.credentials, surroundings, () => gateway.sessions);

  /** Where programs on this machine reach the server. */
  const here = () => {
    const { port } = server.address() as AddressInfo;
    const everywhere = ['0.0.0.0', '::', ''].includes(config.host);
    return `${config.tls === null ? 'http' : 'https'}://${everywhere ? '127.0.0.1' : config.host}:${port}`;
  };
  const rehearsals = new Rehearsals({
    timers: surroundings.timers,
    async create({ plan }) {
      const id = await registry.create(plan, true, Date.parse(plan.meeting.startsAt));
      if (typeof id !== 'string') throw new Error(`the sample meeting is refused: ${id.code}`);
      return id;
    },
    async session() {
      const wish = { role: 'desk', meeting: null, person: null, oneTime: false } as const;
      const { url } = await links.make(wish, here());
      const opened = await sessions.exchange(new URL(url).hash.slice('#t='.length), undefined, false);
      if (isRefusal(opened)) throw new Error(`the player's own link is refused: ${opened.code}`);
      const cookie = opened.setCookie?.split(';')[0] ?? '';
      // The player is in the server's own process: when that goes, there is nothing to come back to.
      return { url: here(), session: opened.id, cookie, attempts: 0 };
    },
  });

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
      streams,
      profiles: parts.profiles,
      logger,
      logTrouble: () => logTrouble,
      catalogue,
      log: store.log,
      drafts: store.drafts,
      clock: surroundings.clock,
      rehearsals,
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
      keeper.start();
      void courier.look();
      return (server.address() as AddressInfo).port;
    },
    async localLink() {
      const wish = { role: 'desk', meeting: null, person: null, oneTime: false } as const;
      for (const link of await links.list(null))
        if (link.role === 'desk' && !link.oneTime && link.revokedAt === null) await links.revoke(link.id);
      return (await links.make(wish, here())).url;
    },
    async close() {
      await keeper.close();
      await courier.close();
      await seen.close();
      rehearsals.close();
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
