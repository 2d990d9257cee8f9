import { sealRow } from '../chain.ts';
import { type Order, toOrder } from '../embedded/order.ts';
import { isLogError } from '../errors.ts';
import type { Append, AppendResult, LogRecord, StoredAnswer, StoredEvent } from '../meetingLog.ts';
import type { Random } from '../sealedBox.ts';
import type { Trouble } from '../trouble.ts';
import type { Upcasters } from '../upcast.ts';
import { APPEND, type AppendReply } from './appendScript.ts';
import type { Client, Connection } from './connection.ts';
import { keyOf, sealDeposit } from './deposits.ts';
import { archived, replaced, translate, unavailable } from './errors.ts';
import { type History, parseFrozen } from './history.ts';
import { answersKey, boxKey, boxSecretKey, logKey, MEETINGS, metaKey } from './keys.ts';
import { type Head, headOf } from './rows.ts';
import { run } from './scripts.ts';

/** More would mean that other nodes chain their records before ours each time. */
const TRIES = 20;

export const parseAnswer = (commandId: string, kept: string): StoredAnswer => {
  const space = kept.indexOf(' ');
  return {
    commandId,
    version: Number(kept.slice(0, space)),
    body: JSON.parse(kept.slice(space + 1)) as unknown,
  };
};

export interface AppenderOptions {
  readonly connection: Connection;
  readonly history: History;
  readonly trouble: Trouble;
  readonly upcasters: Upcasters;
  readonly now: () => number;
  readonly random: Random;
  readonly newEpoch: () => string;
  /** A box was destroyed. */
  readonly onDestroyed: () => void;
}

export interface Appender {
  append(append: Append): Promise<AppendResult>;
  /** What is thought of the meeting counts no more. */
  forget(meeting: string): void;
  /** Resolves when everything accepted is decided. */
  drain(): Promise<void>;
}

/** A meeting's appends are made ready one after the other and sent without waiting for the answers before. */
interface Lane {
  ready: Promise<unknown>;
  /** How the log will end when all that was sent is done; null when that is not known. */
  head: Head | null;
}

interface Sent {
  readonly records: readonly LogRecord[];
  readonly epoch: string;
  /** Null: it was not sent, for it was decided on a history that is not the store's. */
  readonly reply: Promise<unknown> | null;
}

/** The records of an order as they follow on `head`, and how the log ends with them. */
const chainOn = (head: Head, { commandId, events }: Order): { records: LogRecord[]; bodies: string[] } => {
  const records: LogRecord[] = [];
  const bodies: string[] = [];
  let prev = head.hash;
  events.forEach(({ v, text }, index) => {
    const seq = head.version + index + 1;
    const { body, hash } = sealRow(seq, commandId, v, text, prev);
    bodies.push(body, hash);
    records.push({ seq, commandId, v, event: JSON.parse(text) as StoredEvent, prev, hash });
    prev = hash;
  });
  return { records, bodies };
};

const NOT_SENT: Sent = { records: [], epoch: '', reply: null };

export const appender = (options: AppenderOptions): Appender => {
  const { connection, history, trouble, random } = options;
  const lanes = new Map<string, Lane>();
  const secrets = new Map<string, string>();
  const pending = new Set<Promise<unknown>>();

  const laneOf = (meeting: string): Lane => {
    const lane = lanes.get(meeting) ?? { ready: Promise.resolve(), head: null };
    lanes.set(meeting, lane);
    return lane;
  };

  const secretOf = async (client: Client, box: string): Promise<string> => {
    const secret = secrets.get(box) ?? (await keyOf(client, box, random));
    secrets.set(box, secret);
    return secret;
  };

  const send = async (lane: Lane, order: Order): Promise<Sent> => {
    const client = connection.main;
    const { meeting, commandId, expectedVersion, sealed } = order;
    const box = sealed?.box ?? '';
    const secret = sealed?.deposit === undefined ? '' : await secretOf(client, box);
    // Kept here, for an answer that comes meanwhile may take the lane's away.
    let head = lane.head;
    if (head?.version !== expectedVersion) {
      if (order.follows) return NOT_SENT;
      head = await headOf(client, meeting);
      if (isOtherHistory(meeting, head)) return NOT_SENT;
    }
    const { records, bodies } = chainOn(head, order);
    const epoch = head.epoch === '' ? options.newEpoch() : head.epoch;
    const last = records.at(-1);
    const ending = last === undefined ? head : { version: last.seq, hash: last.hash, epoch };
    // Where it will be a conflict, nothing may follow on it.
    lane.head = head.version === expectedVersion ? ending : null;
    const deposit = sealed?.deposit === undefined ? '' : sealDeposit(box, secret, sealed.deposit, random);
    const reply = run(
      client,
      APPEND,
      [metaKey(meeting), answersKey(meeting), logKey(meeting), MEETINGS, boxKey(box), boxSecretKey(box)],
      [
        ...[meeting, commandId, expectedVersion, head.hash, order.answer, options.now(), epoch],
        ...[secret, deposit, sealed?.destroy === true ? '1' : '', ...bodies],
      ],
    );
    // Whoever waits for the answer gets the error; until then nobody does.
    reply.catch(() => undefined);
    return { records, epoch, reply };
  };

  /** Another history than this process has seen: an older copy stands there, or was confirmed by the desk. */
  const isOtherHistory = (meeting: string, head: Head): boolean => {
    const noted = history.noted(meeting);
    if (noted === null) return false;
    const shorter = head.version < noted.version;
    const other = head.version === noted.version && head.hash !== noted.hash;
    return head.epoch !== noted.epoch || shorter || other;
  };

  const appended = (order: Order, { records, epoch }: Sent, version: number): AppendResult => {
    const last = records.at(-1);
    if (last !== undefined) history.note(order.meeting, { version: last.seq, hash: last.hash, epoch });
    if (order.sealed?.destroy === true) {
      secrets.delete(order.sealed.box);
      options.onDestroyed();
    }
    trouble.worked();
    return { status: 'appended', version, records };
  };

  /** Where Redis holds less than was seen, or another history, the meeting may have been replaced. */
  const conflict = async (meeting: string, version: number, doubtful = false): Promise<AppendResult> => {
    const noted = history.noted(meeting);
    const less = noted !== null && version < noted.version;
    if ((less || doubtful) && !(await history.check(connection.main, meeting)))
      throw replaced(meeting, noted?.version ?? 0, version);
    return { status: 'conflict', version };
  };

  /** Null: the records must be chained, or the ballot sealed, anew. */
  const judge = async (order: Order, sent: Sent): Promise<AppendResult | null> => {
    if (sent.reply === null) {
      const head = await headOf(connection.main, order.meeting);
      return conflict(order.meeting, head.version, isOtherHistory(order.meeting, head));
    }
    const reply = (await sent.reply) as AppendReply;
    switch (reply[0]) {
      case 'appended':
        return appended(order, sent, Number(reply[1]));
      case 'duplicate':
        return { status: 'duplicate', answer: parseAnswer(order.commandId, reply[1]) };
      case 'conflict':
        return conflict(order.meeting, Number(reply[1]));
      case 'frozen': {
        const { had, has } = parseFrozen(reply[1]);
        throw replaced(order.meeting, had, has);
      }
      case 'archived':
        throw archived(order.meeting);
      case 'rekey':
        secrets.delete(order.sealed?.box ?? '');
        return null;
      case 'rechain':
        return order.follows ? { status: 'conflict', version: order.expectedVersion } : null;
    }
  };

  const work = async (order: Order): Promise<AppendResult> => {
    const lane = laneOf(order.meeting);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const ready = lane.ready.then(() => send(lane, order));
      lane.ready = ready.catch(() => undefined);
      try {
        const result = await judge(order, await ready);
        if (result?.status !== 'appended') lane.head = null;
        if (result !== null) return result;
      } catch (error) {
        lane.head = null;
        const translated = translate(error);
        if (isLogError(translated, 'log/full')) trouble.failed(translated.code);
        throw translated;
      }
    }
    throw unavailable();
  };

  return {
    async append(append) {
      const order = toOrder(append, options.upcasters);
      if (!connection.isUp()) throw unavailable();
      const result = work(order);
      pending.add(result);
      try {
        return await result;
      } finally {
        pending.delete(result);
      }
    },
    forget: (meeting) => void lanes.delete(meeting),
    async drain() {
      await Promise.allSettled([...pending]);
    },
  };
};
