import type { Row } from '../chain.ts';
import type { Disposal } from '../disposal.ts';
import type { SealedBox } from '../sealedBox.ts';

export interface StoredMeeting {
  readonly meeting: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly epoch: string;
}

/** `body` is JSON text. */
export interface AnswerRow {
  readonly commandId: string;
  readonly version: number;
  readonly body: string;
}

export interface SnapshotRow {
  readonly version: number;
  readonly schema: number;
  readonly body: string;
  /** The hash of the record at `version`. */
  readonly head: string;
  /** SHA-256 of `body`. */
  readonly digest: string;
}

/**
 * The few synchronous steps that a log inside one process needs of its storage: a file, or memory. What an append
 * means is decided above it, once for both.
 *
 * Every method throws a LogError: `log/full` and `log/unavailable` where the storage fails, `log/damaged` where it
 * holds nonsense. Anything else thrown is a bug.
 */
export interface Shelf {
  /**
   * All of `work`'s writes durable, or none of them. After `log/unavailable` it is not known which (a crash may bring
   * them back); what the shelf then says it holds is what the next transaction builds on.
   */
  transaction<T>(work: () => T): T;

  meetings(): StoredMeeting[];
  addMeeting(meeting: StoredMeeting): void;
  setEpoch(meeting: string, epoch: string): void;
  /** Everything of a meeting but its boxes. */
  removeMeeting(meeting: string): void;
  /** The oldest first. */
  disposals(): Disposal[];
  addDisposal(disposal: Disposal): void;

  /** The last record's place and hash; null when there is none. */
  head(meeting: string): { readonly seq: number; readonly hash: string } | null;
  /** The hash of the record at `seq`; null when there is none. */
  hashAt(meeting: string, seq: number): string | null;
  /** At most `limit` rows with `seq > afterSeq`, in order. */
  rows(meeting: string, afterSeq: number, limit: number): Row[];
  addRow(meeting: string, seq: number, row: Row): void;

  answer(meeting: string, commandId: string): AnswerRow | null;
  answers(meeting: string): AnswerRow[];
  /** The last write of each append. */
  addAnswer(meeting: string, answer: AnswerRow): void;

  snapshot(meeting: string): SnapshotRow | null;
  putSnapshot(meeting: string, snapshot: SnapshotRow): void;

  box(box: string): SealedBox | null;
  putBox(box: string, sealed: SealedBox): void;
  dropBox(box: string): void;
  /**
   * After a transaction with `dropBox`: leaves none of it in side files. Never throws, for the append is done and must
   * not seem to have failed; where it cannot be done now, it is done with the next.
   */
  wipe(): void;

  close(): void;
}
