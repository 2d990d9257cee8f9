/**
 * The log of a meeting: what everything else is a fold over.
 *
 * One contract, several stores (a file, Redis, memory for tests); tests/contracts/meetingLog.contract.ts says in
 * code what all of them must do. The log knows nothing of meetings' rules: to it an event is JSON.
 */

import type { Disposal } from './disposal.ts';
import type { LogErrorCode } from './errors.ts';

/** An event as the rules made it. Beside these three it has its own data, which must survive JSON. */
export interface StoredEvent {
  readonly type: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  /** A person's id, or `system`. */
  readonly by: string;
}

/** An event in its place, chained to the one before. */
export interface LogRecord {
  /** From 1, without gaps, for each meeting; a meeting's version is its last `seq`, 0 before the first. */
  readonly seq: number;
  /** The command that made the event; one command may make several. */
  readonly commandId: string;
  /** The version of this event type's form. What `read` returns is always the newest (server/log/upcast.ts). */
  readonly v: number;
  readonly event: StoredEvent;
  /** The `hash` of the record before; for the first, a value made from the meeting's id. */
  readonly prev: string;
  /**
   * Lower-case hex SHA-256 over the canonical JSON of `{seq, commandId, v, event, prev}` as it was *stored*, so
   * a record raised by an upcaster keeps the hash of its first form.
   */
  readonly hash: string;
}

/** What a command was answered: kept for good, so that a resend after any failure gets the first answer. */
export interface StoredAnswer {
  readonly commandId: string;
  /** The meeting's version after the command (for a refusal: the version it was judged at). */
  readonly version: number;
  /** JSON. */
  readonly body: unknown;
}

/**
 * What an append does to the box of a secret ballot, in the same transaction as its events. The choice goes only
 * here: never into an event, never into the answer.
 *
 * A box keeps only how often each choice was put in, encrypted under a key of its own that `destroy` wipes out
 * together with it; server/log/sealedBox.ts says what that protects and what not.
 */
export interface SealedDeposit {
  /** The box's id; a box comes to be with its first deposit. */
  readonly box: string;
  /** The choice, at most 512 bytes of UTF-8 (`DEPOSIT_BYTES`). */
  readonly deposit?: string | undefined;
  /** Wipe out the box and its key. Read it with `openBox` first, and give the counts to the event. */
  readonly destroy?: boolean | undefined;
}

export interface Append {
  readonly meeting: string;
  /** The version the command was decided at; 0 makes the meeting. */
  readonly expectedVersion: number;
  readonly commandId: string;
  /** Empty for a refusal (or for a command that changes nothing). */
  readonly events: readonly StoredEvent[];
  /** JSON; kept for good with the command's id. */
  readonly answer: unknown;
  readonly sealed?: SealedDeposit | undefined;
  /**
   * It was decided on the outcome of the append that this process gave just before for the same meeting, which may be
   * under way. Where that one was not taken, this is a conflict: another process may have made an event of the same
   * number. A store that belongs to one process need not look at it.
   */
  readonly follows?: boolean | undefined;
}

export type AppendResult =
  /** Durable. `records` is empty when there were no events. */
  | { readonly status: 'appended'; readonly version: number; readonly records: readonly LogRecord[] }
  /** Somebody else was first; nothing was written. Read on from your version, decide again. */
  | { readonly status: 'conflict'; readonly version: number }
  /**
   * This command was answered before; nothing was written. Looked at before the version. Where the answer's version
   * is beyond yours, read on before you decide anything else.
   */
  | { readonly status: 'duplicate'; readonly answer: StoredAnswer };

export interface MeetingSummary {
  readonly meeting: string;
  readonly version: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly epoch: string;
}

/** The folded state at a version, so that opening a long meeting is quick. It may be lost at any time: the log is the truth. */
export interface Snapshot {
  readonly version: number;
  /** The version of the body's form; a reader ignores a schema that it does not know. */
  readonly schema: number;
  readonly body: string;
}

/** A meeting as a whole, for export and import. Events are in their stored form, not raised to the newest. */
export interface MeetingCopy {
  readonly meeting: string;
  readonly createdAt: number;
  readonly records: readonly LogRecord[];
  readonly answers: readonly StoredAnswer[];
}

/** Something that the people in the meeting must be told about the store. */
export type LogNotice =
  /** The store does not take appends just now (`log/full`, `log/unavailable`); pages say that they wait. */
  | { readonly kind: 'waiting'; readonly reason: LogErrorCode }
  /** It takes them again. */
  | { readonly kind: 'back' }
  /**
   * The store was replaced by an older copy: this process has seen `had`, the store holds only up to `has`.
   * The meeting takes no appends (`LogError` `log/replaced`) until `confirmReplaced`.
   */
  | { readonly kind: 'replaced'; readonly meeting: string; readonly had: number; readonly has: number }
  /** The desk has confirmed, here or on another node: forget the state, read from the beginning, go on. */
  | { readonly kind: 'confirmed'; readonly meeting: string; readonly epoch: string }
  /** The meeting was archived: it is not here any more, and whoever has it open closes it. */
  | { readonly kind: 'removed'; readonly meeting: string };

/**
 * All methods reject with a `LogError` (server/log/errors.ts) where the store fails. An `append` that rejects
 * may have become durable nevertheless (a failure after the write): whoever appended must forget what it thought
 * the state to be, read again, and may then send the same append again; its command id makes that safe.
 */
export interface MeetingLog {
  /**
   * Resolves only when durable. Appends that come in the same turn of the event loop share one transaction, and
   * are judged in the order in which they came; one that fails does not fail the others.
   */
  append(append: Append): Promise<AppendResult>;
  /** Records with `seq > afterSeq`, in order, at most `limit`. Empty for an unknown meeting. Checks the chain. */
  read(meeting: string, afterSeq: number, limit?: number): Promise<readonly LogRecord[]>;
  /** 0 for an unknown meeting. */
  version(meeting: string): Promise<number>;
  answer(meeting: string, commandId: string): Promise<StoredAnswer | null>;
  /** In the order in which they were made. */
  meetings(): Promise<readonly MeetingSummary[]>;
  /**
   * A random id made with the meeting's log, given out beside each version: the same version in another epoch may
   * be another history. It changes only when the store was replaced. Null for an unknown meeting.
   */
  epoch(meeting: string): Promise<string | null>;
  /** Keeps the newest only. A snapshot of a version that the log has not reached is refused (a bug). */
  saveSnapshot(meeting: string, snapshot: Snapshot): Promise<void>;
  /** Null when there is none, or when it does not belong to this history or is damaged. */
  loadSnapshot(meeting: string): Promise<Snapshot | null>;
  /**
   * Tells of every record appended from now on, by this process or another, each once and in order; returns how
   * to stop. Whether the appender's own promise or the listener comes first is not promised.
   */
  follow(meeting: string, listener: (records: readonly LogRecord[]) => void): () => void;
  /** Tells of the store's troubles; returns how to stop. */
  onNotice(listener: (notice: LogNotice) => void): () => void;
  /** The desk has seen what is missing and goes on from what the store has; returns the new epoch. */
  confirmReplaced(meeting: string): Promise<string>;
  /** The deposits of a secret ballot, sorted by their text; empty when there is no such box (any more). */
  openBox(box: string): Promise<readonly string[]>;
  /** Everything but the boxes and the snapshot; null for an unknown meeting. */
  copyOut(meeting: string): Promise<MeetingCopy | null>;
  /**
   * All of them or nothing; refuses (`LogError`) a meeting that exists and a chain that is broken. Each begins in a
   * new epoch.
   */
  copyIn(copies: readonly MeetingCopy[]): Promise<void>;
  /**
   * Takes a meeting out of the store, answers and all, when it is still at this version; otherwise false. For a
   * meeting that was written to a file (`copyOut`) and may come back from it (`copyIn`). `disposal` goes into the
   * register in the same step.
   */
  remove(meeting: string, version: number, disposal?: Disposal): Promise<boolean>;
  /** The register of what was taken out, the oldest first. It only grows. */
  disposals(): Promise<readonly Disposal[]>;
  /** Takes no more appends, waits for those accepted, lets go of the store. */
  close(): Promise<void>;
}
