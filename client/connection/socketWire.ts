import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { ClientToServer, ServerToClient } from '../../shared/protocol/messages.ts';
import type { Wire } from './wire.ts';

export interface SocketAddress {
  /** The server's origin; absent: the one the page came from. */
  readonly url?: string | undefined;
  /** Which of this browser's sessions to use, where it holds several (a rehearsal). */
  readonly session?: string | undefined;
  /** For a program outside of a browser: the session's cookie and the origin. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** ms before the first attempt to come back; the later ones are further apart. */
const firstDelay = 500;

/** The line over Socket.IO: WebSocket only, and none of its own buffering or recovery. */
export function socketWire({ url, session, headers }: SocketAddress): Wire {
  const socket: Socket<ServerToClient, ClientToServer> = io(url ?? '', {
    transports: ['websocket'],
    autoConnect: false,
    forceNew: true,
    auth: session === undefined ? {} : { s: session },
    ...(headers === undefined ? {} : { extraHeaders: { ...headers } }),
    // Two thousand pages come back after a restart: soon, but not in one instant. A server is there again after a
    // second; whoever asked a moment too early must not wait long.
    reconnectionDelay: firstDelay,
    reconnectionDelayMax: 1500,
    randomizationFactor: 0.5,
    timeout: 8000,
  });
  let wanted = false;
  /** Socket.IO gives up when the server itself ends a line or a handshake; a server in trouble does so too. */
  const tryAgain = () => {
    setTimeout(() => {
      if (wanted) socket.connect();
    }, firstDelay);
  };
  return {
    open(events) {
      wanted = true;
      socket.on('connect', () => {
        events.up();
      });
      socket.on('disconnect', (reason) => {
        events.down();
        if (reason === 'io server disconnect') tryAgain();
      });
      socket.on('connect_error', (error) => {
        const refusal = (error as { data?: Refusal | null }).data;
        if (refusal?.code !== undefined) {
          events.refused(refusal);
          return;
        }
        events.down();
        if (!socket.active) tryAgain();
      });
      socket.on('patch', (message) => {
        events.patch(message);
      });
      socket.on('me', (message) => {
        events.me(message);
      });
      socket.on('minutes', (message) => {
        events.minutes(message);
      });
      socket.on('rejoin', (message) => {
        events.rejoin(message);
      });
      socket.on('store', (message) => {
        events.store(message);
      });
      socket.on('clock', (message) => {
        events.clock(message);
      });
      socket.connect();
    },
    reopen() {
      // Leaving the manager's own waiting and a half-dead engine behind, whichever it was.
      socket.disconnect().connect();
    },
    close() {
      wanted = false;
      socket.disconnect();
    },
    join(message, answer) {
      if (socket.connected) socket.emit('join', message, answer);
    },
    command(message, answer) {
      if (socket.connected) socket.emit('command', message, answer);
    },
    minutes(from, answer) {
      if (socket.connected) socket.emit('minutes', { from }, answer);
    },
  };
}
