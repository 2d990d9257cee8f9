import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Link } from '../log/credentials.ts';
import type { MeetingRegistry } from '../meetings/meetingRegistry.ts';
import { linkRevoked, tooManyConnections } from '../meetings/refusals.ts';
import type { ServerEvent, ServerMessage } from '../meetings/wire.ts';
import type { Surroundings } from '../surroundings.ts';
import type { OpenSession } from './sessions.ts';
import { Visitor } from './visitor.ts';

/** One socket, as the gateway needs it; Socket.IO's in the product, a simulated one in a simulation. */
export interface Connection {
  readonly session: OpenSession;
  send<E extends ServerEvent>(event: E, message: ServerMessage<E>): void;
  enter(room: string): void;
  leave(room: string): void;
  /** Closes it after what was sent has gone out. */
  close(): void;
}

/** Sockets open at once with one session: a phone, a tablet, a few forgotten tabs. */
const socketsOfSession = 30;

export interface GatewayParts {
  readonly registry: MeetingRegistry;
  readonly surroundings: Surroundings;
  /** A socket took its place in a meeting or left it; for counting. */
  readonly counted: (audience: string, change: 1 | -1) => void;
  /** A session has opened or closed a socket. */
  readonly seen: (session: string) => void;
  readonly trouble: (error: unknown) => void;
}

/** The door: everybody who is connected, and the end of it when their link dies. */
export class Gateway {
  readonly #parts: GatewayParts;
  readonly #visitors = new Set<Visitor>();
  /** How many sockets each session has open. */
  readonly #sockets = new Map<string, number>();

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  /** A refusal where this session has too many sockets open. */
  admits({ id, link }: OpenSession): Refusal | null {
    if (link.role === 'desk') return null;
    return (this.#sockets.get(id) ?? 0) < socketsOfSession ? null : tooManyConnections;
  }

  /** Whoever calls this must call `left` when the connection is at its end. */
  connected(connection: Connection): Visitor {
    const { id } = connection.session;
    const visitor = new Visitor(connection, this.#parts);
    this.#visitors.add(visitor);
    this.#sockets.set(id, (this.#sockets.get(id) ?? 0) + 1);
    this.#parts.seen(id);
    return visitor;
  }

  left(visitor: Visitor): void {
    if (!this.#visitors.delete(visitor)) return;
    const { id } = visitor.connection.session;
    const others = (this.#sockets.get(id) ?? 1) - 1;
    if (others > 0) this.#sockets.set(id, others);
    else this.#sockets.delete(id);
    visitor.end();
    this.#parts.seen(id);
  }

  /** Links are dead: their sockets are told and closed, and what still comes from them is refused. */
  revoke(isDead: (link: Link) => boolean): void {
    for (const visitor of [...this.#visitors]) {
      if (!isDead(visitor.connection.session.link)) continue;
      visitor.connection.send('rejoin', { reason: 'revoked', ja: linkRevoked.ja, en: linkRevoked.en });
      this.left(visitor);
      visitor.connection.close();
    }
  }

  /** Sessions with an open socket. */
  get sessions(): ReadonlySet<string> {
    return new Set(this.#sockets.keys());
  }
}
