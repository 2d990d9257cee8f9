import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * A plain balancer on loopback: each new connection goes to the next server that takes it. It reads nothing of what
 * passes, so HTTP and WebSocket are the same to it.
 */
export interface Balancer {
  readonly port: number;
  /**
   * Cuts so many of the connections that have stood for `standing` ms, as a lost network does: nobody is told. Those that
   * have stood longest come first, so that everybody has their turn. Returns how many there were to cut.
   */
  cut(count: number, standing: number): number;
  close(): Promise<void>;
}

/** `ports`: where the servers are, looked at with each connection; `port`: its own, 0 for any free one. */
export async function startBalancer(ports: () => readonly number[], port = 0): Promise<Balancer> {
  /** With the time of their beginning, the oldest first. */
  const open = new Map<Socket, number>();
  let next = 0;

  /** Tries the servers in turn; one that is away is left at once. */
  const reach = (client: Socket, [first, ...others]: readonly number[]): void => {
    if (first === undefined || client.destroyed) {
      client.destroy();
      return;
    }
    const server = connect({ port: first, host: '127.0.0.1', noDelay: true });
    const away = () => {
      reach(client, others);
    };
    server.once('error', away);
    server.once('connect', () => {
      server.off('error', away);
      // A pair lives and dies together.
      server.on('error', () => client.destroy());
      server.on('close', () => client.destroy());
      client.on('close', () => server.destroy());
      if (client.destroyed) server.destroy();
      client.pipe(server).pipe(client);
    });
  };

  const listener = createServer({ noDelay: true }, (client) => {
    open.set(client, performance.now());
    client.on('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    const targets = ports();
    const from = next++ % Math.max(1, targets.length);
    reach(client, [...targets.slice(from), ...targets.slice(0, from)]);
  });
  listener.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    cut(count, standing) {
      const before = performance.now() - standing;
      const chosen = [...open].slice(0, count).filter(([, since]) => since <= before);
      for (const [socket] of chosen) socket.destroy();
      return chosen.length;
    },
    async close() {
      const closed = once(listener, 'close');
      listener.close();
      for (const socket of open.keys()) socket.destroy();
      await closed;
    },
  };
}
