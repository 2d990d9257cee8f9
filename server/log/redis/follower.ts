import { setTimeout as pause } from 'node:timers/promises';
import { openRows, type Row } from '../chain.ts';
import { isLogError } from '../errors.ts';
import { type Listeners, listeners } from '../listeners.ts';
import type { LogRecord } from '../meetingLog.ts';
import type { Trouble } from '../trouble.ts';
import type { Connection } from './connection.ts';
import { translate } from './errors.ts';
import type { History } from './history.ts';
import { logKey, NOTICES, PREFIX } from './keys.ts';
import { type Head, headOf, readRows, toRows } from './rows.ts';

/** Redis answers a read without news at least so often, so that a dead connection is noticed. */
const LONGEST_WAIT_MS = 2000;
const AFTER_FAILURE_MS = 100;
const AGAIN_MS = 5;
const PAGE = 500;

export interface Follower {
  /** Tells of all records appended from now on; returns how to stop. */
  follow(meeting: string, listener: (records: readonly LogRecord[]) => void): () => void;
  /** Begins a meeting anew where it ends now: another history was confirmed. */
  restart(meeting: string): void;
  close(): void;
}

export interface FollowerOptions {
  readonly connection: Connection;
  readonly history: History;
  readonly trouble: Trouble;
  readonly raise: (record: LogRecord) => LogRecord;
}

interface Stream {
  readonly meeting: string;
  readonly listeners: Listeners<readonly LogRecord[]>;
  followers: number;
  /** The last record told; null until it is known where to begin, and when what came did not fit. */
  after: Head | null;
  /** Whether the waiting connection knows of this stream. */
  awaited: boolean;
}

/** An answer of XREAD, of which the client does not know the type. */
interface StreamNews {
  /** The key, with its prefix. */
  readonly name: string;
  readonly messages: readonly { readonly id: string; readonly message: Readonly<Record<string, string>> }[];
}

/**
 * Reads the streams of all followed meetings on one connection that waits for news (XREAD BLOCK). Each record is
 * checked against the one before it, and where one is missing the log is read again.
 */
export const follower = ({ connection, history, trouble, raise }: FollowerOptions): Follower => {
  const { main, reader } = connection;
  const streams = new Map<string, Stream>();
  let open = true;
  let readerId: number | null = null;
  let lastNotice: string | null = null;

  const stands = (stream: Stream): boolean => open && streams.get(stream.meeting) === stream;

  /** Makes the waiting connection look at its list again. */
  const wake = async (stream: Stream): Promise<void> => {
    while (stands(stream) && !stream.awaited) {
      if (readerId !== null) await main.clientUnblock(readerId).catch(() => 0);
      await pause(AGAIN_MS);
    }
  };

  /** Finds out where to begin. The first question is sent at once, before anything that is asked later. */
  const begin = async (stream: Stream): Promise<void> => {
    stream.after = null;
    stream.awaited = false;
    while (stands(stream)) {
      try {
        const head = await headOf(main, stream.meeting);
        stream.after = head;
        if (head.version > 0) history.note(stream.meeting, head);
        await history.check(main, stream.meeting);
        return await wake(stream);
      } catch (error) {
        if (!isLogError(translate(error))) throw error;
        await pause(AFTER_FAILURE_MS);
      }
    }
  };

  /** What follows on the last record told: the rows that came, or all of them where some are missing. */
  const rowsAfter = async (meeting: string, after: Head, firstSeq: number, came: Row[]): Promise<Row[]> =>
    firstSeq === after.version + 1 ? came : readRows(main, meeting, after.version, Number.MAX_SAFE_INTEGER);

  const take = async (stream: Stream, firstSeq: number, came: Row[]): Promise<void> => {
    const { after, meeting } = stream;
    if (after === null) return;
    const rows = await rowsAfter(meeting, after, firstSeq, came);
    const records = openRows(meeting, after.version + 1, after.hash, rows);
    const epoch = after.epoch === '' ? (await headOf(main, meeting)).epoch : after.epoch;
    const last = records.at(-1);
    // In the meantime it may have been begun anew, or left.
    if (last === undefined || stream.after !== after || !stands(stream)) return;
    stream.after = { version: last.seq, hash: last.hash, epoch };
    history.note(meeting, stream.after);
    stream.listeners.tell(records.map(raise));
  };

  /** What does not fit ends the stream, unless it was replaced and is begun anew when that is confirmed. */
  const refuse = async (stream: Stream, error: unknown): Promise<void> => {
    if (!isLogError(error, 'log/damaged') && !isLogError(error, 'log/newer')) throw error;
    stream.after = null;
    if (await history.check(main, stream.meeting)) trouble.failed(error.code);
  };

  const read = async (): Promise<void> => {
    readerId ??= await reader.clientId();
    lastNotice ??= (await main.xRevRange(NOTICES, '+', '-', { COUNT: 1 }))?.[0]?.id ?? '0-0';
    const places = [{ key: NOTICES, id: lastNotice }];
    for (const stream of streams.values()) {
      if (stream.after === null) continue;
      stream.awaited = true;
      places.push({ key: logKey(stream.meeting), id: `${stream.after.version}-0` });
    }
    const news = await reader.xRead(places, { BLOCK: LONGEST_WAIT_MS, COUNT: PAGE });
    for (const { name, messages } of (news ?? []) as StreamNews[]) {
      const stream = [...streams.values()].find(({ meeting }) => name === PREFIX + logKey(meeting));
      const firstSeq = Number(messages[0]?.id.split('-')[0]);
      if (stream !== undefined) {
        await take(stream, firstSeq, toRows(messages)).catch((error: unknown) => refuse(stream, error));
      } else if (name === PREFIX + NOTICES) {
        for (const { message } of messages) await history.hear(main, message['meeting'] ?? '');
        lastNotice = messages.at(-1)?.id ?? lastNotice;
      }
    }
  };

  const readForEver = async (): Promise<void> => {
    while (open) {
      try {
        await read();
      } catch (error) {
        readerId = null;
        if (!isLogError(translate(error))) throw error;
        await pause(AFTER_FAILURE_MS);
      }
    }
  };
  void readForEver();

  return {
    follow(meeting, listener) {
      const known = streams.get(meeting);
      const stream = known ?? {
        meeting,
        listeners: listeners<readonly LogRecord[]>(),
        followers: 0,
        after: null,
        awaited: false,
      };
      stream.followers += 1;
      streams.set(meeting, stream);
      if (known === undefined) void begin(stream);
      const stop = stream.listeners.add(listener);
      let following = true;
      return () => {
        stop();
        if (following) stream.followers -= 1;
        following = false;
        if (stream.followers === 0 && streams.get(meeting) === stream) streams.delete(meeting);
      };
    },
    restart(meeting) {
      const stream = streams.get(meeting);
      if (stream !== undefined) void begin(stream);
    },
    close() {
      open = false;
    },
  };
};
