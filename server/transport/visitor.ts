import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Answer, Joined, MinutesPatch } from '../../shared/protocol/messages.ts';
import { isLogError } from '../log/errors.ts';
import { failed, linkRevoked, tooFast, unavailable } from '../meetings/refusals.ts';
import type { Connection, GatewayParts } from './gateway.ts';
import { parseAdvance, parseCommandMessage, parseJoin, parseMinutes } from './messageSchemas.ts';
import { Seat } from './seat.ts';
import type { BucketSize } from './tokenBucket.ts';
import { TokenBucket } from './tokenBucket.ts';

/** A person presses buttons; a desk also plays rehearsals and enters what a whole room does. */
const personRate: BucketSize = { burst: 40, perSecond: 10 };
const deskRate: BucketSize = { burst: 400, perSecond: 100 };

/** Somebody who is connected. What they send is of any shape; what they get is of the protocol. */
export class Visitor {
  readonly connection: Connection;
  readonly #parts: GatewayParts;
  readonly #seat: Seat;
  readonly #bucket: TokenBucket;
  #ended = false;

  constructor(connection: Connection, parts: GatewayParts) {
    this.connection = connection;
    this.#parts = parts;
    this.#seat = new Seat(connection, parts);
    const rate = connection.session.link.role === 'desk' ? deskRate : personRate;
    this.#bucket = new TokenBucket(rate, parts.surroundings.clock.ticks);
  }

  async join(message: unknown): Promise<Joined> {
    const refusal = this.#hindrance();
    if (refusal !== null) return { ok: false, refusal };
    const parsed = parseJoin(message);
    if (!parsed.ok) return { ok: false, refusal: parsed.refusal };
    try {
      return await this.#seat.join(parsed.value);
    } catch (error) {
      return { ok: false, refusal: this.#failure(error) };
    }
  }

  async command(message: unknown): Promise<Answer> {
    const parsed = parseCommandMessage(message);
    const refusal = this.#hindrance();
    if (refusal === null && parsed.ok) return this.#seat.command(parsed.value);
    const id = parsed.ok ? parsed.value.id : parsed.id;
    const why = refusal ?? (parsed.ok ? tooFast : parsed.refusal);
    return { ok: false, id, version: this.#seat.version, refusal: why };
  }

  async minutes(message: unknown): Promise<MinutesPatch | { readonly refusal: Refusal }> {
    const refusal = this.#hindrance();
    if (refusal !== null) return { refusal };
    const parsed = parseMinutes(message);
    if (!parsed.ok) return { refusal: parsed.refusal };
    try {
      return await this.#seat.minutes(parsed.value.from);
    } catch (error) {
      return { refusal: this.#failure(error) };
    }
  }

  async advance(message: unknown): Promise<{ readonly ok: boolean; readonly now: number }> {
    const parsed = parseAdvance(message);
    if (this.#hindrance() !== null || !parsed.ok) return { ok: false, now: this.#seat.now };
    return this.#seat.advance(parsed.value.to);
  }

  /** The connection is at its end, or the link is dead. */
  end(): void {
    this.#ended = true;
    this.#seat.leave();
  }

  #hindrance(): Refusal | null {
    if (this.#ended) return linkRevoked;
    return this.#seat.playsRehearsal || this.#bucket.take() ? null : tooFast;
  }

  #failure(error: unknown): Refusal {
    this.#parts.trouble(error);
    return isLogError(error) ? unavailable : failed;
  }
}
