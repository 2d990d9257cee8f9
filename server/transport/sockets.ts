import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import * as parser from 'socket.io-parser';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import { isRefusal } from '../../shared/meeting/refusal.ts';
import type { ServerToClient } from '../../shared/protocol/messages.ts';
import type { ServerEvent, ServerMessage, Wire } from '../meetings/wire.ts';
import { ViewEncoder } from './encoder.ts';
import type { Connection, Gateway } from './gateway.ts';
import { hostFault, originFault } from './hosts.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/**
 * The largest message in bytes: a roster of a thousand people. Every field has a bound of its own, which is named when it
 * is passed; what is larger than this closes the socket unread.
 */
const largestMessage = 256 * 1024;

/** What a screen may ask. */
const requests = ['join', 'command', 'minutes', 'advance'] as const;
type Request = (typeof requests)[number];

/** Each request with its acknowledgement; the arguments are of any shape. */
type FromClient = Record<Request, (message: unknown, answer: unknown) => void>;

export type SocketServer = Server<
  FromClient,
  ServerToClient,
  Record<string, never>,
  { session: OpenSession }
>;

/** Socket.IO with WebSocket alone and without its own recovery: screens own their offsets. */
export function openSockets(http: HttpServer, origins: readonly string[]): SocketServer {
  return new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: largestMessage,
    // A phone that is gone without a word is noticed within 20 seconds.
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    parser: { Encoder: ViewEncoder, Decoder: parser.Decoder },
    allowRequest: ({ headers }, done) => {
      const fault = hostFault(headers, origins) ?? originFault(headers, origins);
      done(fault, fault === null);
    },
  });
}

type GatewaySocket = Socket<FromClient, ServerToClient, Record<string, never>, { session: OpenSession }>;

export function wireOf(io: SocketServer): Wire {
  return {
    toRoom(room, event, message) {
      const { adapter, sockets } = io.of('/');
      const members = adapter.rooms.get(room);
      if (members === undefined) return;
      const [only] = members.size === 1 ? members : [];
      const target = (only === undefined ? undefined : sockets.get(only)) ?? io.to(room);
      // The message fits the event by the interface; Socket.IO's types cannot follow a generic event name.
      target.emit(event, ...([message] as unknown as Parameters<ServerToClient[typeof event]>));
    },
  };
}

/** Lets sockets in by their session and hands what they send to the gateway. */
export function connectGateway(io: SocketServer, gateway: Gateway, sessions: Sessions): void {
  io.use((socket, next) => {
    const { s } = socket.handshake.auth as { s?: unknown };
    sessions
      .find(socket.handshake.headers.cookie, typeof s === 'string' ? s : undefined)
      .then((found) => {
        const refusal = isRefusal(found) ? found : gateway.admits(found);
        if (refusal !== null || isRefusal(found)) next(refused(refusal));
        else {
          socket.data.session = found;
          next();
        }
      })
      .catch(next);
  });
  io.on('connection', (socket) => {
    dropHandshake(socket);
    const visitor = gateway.connected(new SocketConnection(socket));
    socket.onAny((name: unknown, message: unknown, answer: unknown) => {
      const request = requests.find((one) => one === name);
      if (request === undefined || typeof answer !== 'function') return;
      void visitor[request](message).then((reply) => {
        (answer as (reply: unknown) => void)(reply);
      });
    });
    socket.on('disconnect', () => {
      gateway.left(visitor);
    });
  });
}

class SocketConnection implements Connection {
  readonly #socket: GatewaySocket;

  constructor(socket: GatewaySocket) {
    this.#socket = socket;
  }

  get session(): OpenSession {
    return this.#socket.data.session;
  }

  send<E extends ServerEvent>(event: E, message: ServerMessage<E>): void {
    this.#socket.emit(event, ...([message] as unknown as Parameters<ServerToClient[E]>));
  }

  enter(room: string): void {
    void this.#socket.join(room);
  }

  leave(room: string): void {
    void this.#socket.leave(room);
  }

  close(): void {
    this.#socket.disconnect(true);
  }
}

/** The HTTP request that opened the socket has been read; kept, it would be the largest part of a client's memory. */
function dropHandshake(socket: GatewaySocket): void {
  Object.assign(socket.conn, { request: null });
}

/** A handshake that is refused; the page finds the refusal in the error's `data`. */
function refused(refusal: Refusal | null): Error {
  const error = new Error(refusal?.code ?? 'server/no-session');
  return Object.assign(error, { data: refusal });
}
