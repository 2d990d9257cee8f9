import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Answer, Joined, MinutesPatch } from '../../shared/protocol/messages.ts';
import { isLogError } from '../log/errors.ts';
import type { MeetingRegistry } from '../meetings/meetingRegistry.ts';
import { failed, linkRevoked, tooFast, tooManyConnections, unavailable } from '../meetings/refusals.ts';
import type { ServerEvent, ServerMessage } from '../meetings/wire.ts';
import type { Surroundings } from '../surroundings.ts';
import { Seat } from './seat.ts';
import type { OpenSession } from './sessions.ts';
import { parseAdvance, parseCommandMessage, parseJoin, parseMinutes } from './messageSchemas.ts';
import type { BucketSize } from './tokenBucket.ts';
import { TokenBucket } from './tokenBucket.ts';

/** One socket, as the gateway needs it; Socket.IO's in the product, a simulated one in a simulation. */
export interface Connection {
  readonly session: OpenSession;
  send<E extends ServerEvent>(event: E, message: ServerMessage<E>): void;
  enter(room: string): void;
  leave(room: string): void;
  /** Closes it after what was sent has gone out. */
  close(): void;
}

/** What a connection may ask. Messages are of any shape; answers are of the protocol. */
export interface Requests {
  join(message: unknown): Promise<Joined>;
  command(message: unknown): Promise<Answer>;
  minutes(message: unknown): Promise<MinutesPatch | { readonly refusal: Refusal }>;
  advance(message: unknown): Promise<{ readonly ok: boolean; readonly now: number }>;
  disconnected(): void;
}

/** A person presses buttons; a desk also plays rehearsals and enters what a whole room does. */
const personRate: BucketSize = { burst: 40, perSecond: 10 };
const deskRate: BucketSize = { burst: 400, perSecond: 100 };
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

/** Where the outside meets the meetings: who is it, what may they, is the message sound, is it not too much. */
export class Gateway {
  readonly #parts: GatewayParts;
  readonly #connections = new Map<Connection, Seat>();

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  /** A refusal where this session has too many sockets open. */
  admits(session: OpenSession): Refusal | null {
    if (session.link.role === 'desk') return null;
    let open = 0;
    for (const connection of this.#connections.keys()) if (connection.session.id === session.id) open += 1;
    return open < socketsOfSession ? null : tooManyConnections;
  }

  connected(connection: Connection): Requests {
    const { registry, surroundings, counted, seen, trouble } = this.#parts;
    const seat = new Seat(connection, registry, counted);
    this.#connections.set(connection, seat);
    seen(connection.session.id);
    const rate = connection.session.link.role === 'desk' ? deskRate : personRate;
    const bucket = new TokenBucket(rate, () => surroundings.clock.ticks());
    const hindrance = (): Refusal | null => {
      if (!this.#connections.has(connection)) return linkRevoked;
      return seat.playsRehearsal || bucket.take() ? null : tooFast;
    };
    return {
      join: async (message) => {
        const refusal = hindrance();
        if (refusal !== null) return { ok: false, refusal };
        const parsed = parseJoin(message);
        if (!parsed.ok) return { ok: false, refusal: parsed.refusal };
        return seat.join(parsed.value).catch((error: unknown): Joined => {
          trouble(error);
          return { ok: false, refusal: isLogError(error) ? unavailable : failed };
        });
      },
      command: async (message) => {
        const parsed = parseCommandMessage(message);
        const id = parsed.ok ? parsed.value.id : parsed.id;
        const refusal = hindrance() ?? (parsed.ok ? null : parsed.refusal);
        if (refusal !== null || !parsed.ok)
          return { ok: false, id, version: seat.version, refusal: refusal ?? tooFast };
        return seat.command(parsed.value);
      },
      minutes: async (message) => {
        const refusal = hindrance();
        if (refusal !== null) return { refusal };
        const parsed = parseMinutes(message);
        return parsed.ok ? seat.minutes(parsed.value.from) : { refusal: parsed.refusal };
      },
      advance: async (message) => {
        const parsed = parseAdvance(message);
        if (hindrance() !== null || !parsed.ok) return { ok: false, now: seat.now };
        return seat.advance(parsed.value.to);
      },
      disconnected: () => {
        this.#connections.delete(connection);
        seat.leave();
        seen(connection.session.id);
      },
    };
  }

  /** The link is dead: its sockets are told and closed, and what still comes from them is refused. */
  revoke(linkId: string): void {
    for (const [connection, seat] of [...this.#connections]) {
      if (connection.session.link.id !== linkId) continue;
      this.#connections.delete(connection);
      connection.send('rejoin', { reason: 'revoked', ja: linkRevoked.ja, en: linkRevoked.en });
      seat.leave();
      connection.close();
    }
  }

  /** Sessions with an open socket. */
  get sessions(): ReadonlySet<string> {
    return new Set([...this.#connections.keys()].map((connection) => connection.session.id));
  }
}
