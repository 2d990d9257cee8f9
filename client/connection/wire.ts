import type { Refusal } from '../../shared/meeting/refusal.ts';
import type {
  Answer,
  CommandMessage,
  Join,
  Joined,
  MinutesPatch,
  ServerToClient,
} from '../../shared/protocol/messages.ts';

/** What a page hears from the network. */
export interface WireEvents extends ServerToClient {
  up(): void;
  /** The line is lost; it is being tried again by itself. */
  down(): void;
  /** The server does not let this page in at all. */
  refused(refusal: Refusal): void;
}

/** A line to the server as a page needs it: Socket.IO's in the product, a simulated one in a simulation. */
export interface Wire {
  /** Starts, or tries again at once where it was waiting to. `events` are called from then on. */
  open(events: WireEvents): void;
  /** Drops the line and opens a new one: for a line that looks alive and does not answer. */
  reopen(): void;
  close(): void;
  /** None of these is kept by the wire: without a line they are lost, and `answer` is never called. */
  join(message: Join, answer: (joined: Joined) => void): void;
  command(message: CommandMessage, answer: (answer: Answer) => void): void;
  minutes(from: number, answer: (patch: MinutesPatch | { readonly refusal: Refusal }) => void): void;
}

/** Time as a page needs it; both in ms. */
export interface Timers {
  /** A clock that only goes forward, from any origin. */
  now(): number;
  /** Calls `run` once after `ms`; the result cancels it. */
  after(ms: number, run: () => void): () => void;
}
