import { isLogError, type LogError } from '../errors.ts';
import type { Append, AppendResult, LogNotice } from '../meetingLog.ts';
import { trouble } from '../trouble.ts';
import type { Upcasters } from '../upcast.ts';
import { type Clerk, type Heads, judge } from './judge.ts';
import { type Order, toOrder } from './order.ts';

/** A larger group would make a storm a little cheaper and everybody else wait; this one takes about 6 ms. */
const LARGEST_GROUP = 256;

interface Waiting {
  readonly order: Order;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

export interface AppendQueueOptions {
  readonly clerk: Clerk;
  readonly upcasters: Upcasters;
  /** Runs a task after this turn of the event loop. */
  readonly schedule: (task: () => void) => void;
  readonly onAppended: (meeting: string, result: AppendResult) => void;
  readonly onNotice: (notice: LogNotice) => void;
}

export interface AppendQueue {
  add(append: Append): Promise<AppendResult>;
  /** Resolves when all that was added is decided. */
  drain(): Promise<void>;
}

const storageFails = (error: unknown): error is LogError =>
  isLogError(error, 'log/full') || isLogError(error, 'log/unavailable');

/**
 * Group commit: what comes in one turn of the event loop shares one transaction and one fsync.
 *
 * Where the storage fails, the whole group is told so. Where one append is itself impossible (a bug), the group is
 * taken back and each is tried on its own, so that it fails alone.
 */
export const appendQueue = (options: AppendQueueOptions): AppendQueue => {
  const { clerk } = options;
  let waiting: Waiting[] = [];
  let scheduled = false;
  const idle: (() => void)[] = [];
  const state = trouble(options.onNotice);

  const tell = (group: readonly Waiting[], results: readonly AppendResult[]): void => {
    state.worked();
    group.forEach(({ order, resolve }, index) => {
      const result = results[index]!;
      resolve(result);
      options.onAppended(order.meeting, result);
    });
  };

  const attempt = (group: readonly Waiting[]): void => {
    let results: readonly AppendResult[];
    try {
      results = clerk.shelf.transaction(() => {
        const heads: Heads = new Map();
        return group.map(({ order }) => judge(clerk, order, heads));
      });
    } catch (error) {
      if (storageFails(error)) state.failed(error.code);
      if (storageFails(error) || group.length === 1) group.forEach(({ reject }) => reject(error));
      else group.forEach((one) => attempt([one]));
      return;
    }
    tell(group, results);
    if (group.some(({ order }) => order.sealed?.destroy === true)) clerk.shelf.wipe();
  };

  const flush = (): void => {
    const group = waiting.slice(0, LARGEST_GROUP);
    waiting = waiting.slice(LARGEST_GROUP);
    attempt(group);
    scheduled = waiting.length > 0;
    if (scheduled) options.schedule(flush);
    else idle.splice(0).forEach((done) => done());
  };

  return {
    async add(append) {
      const order = toOrder(append, options.upcasters);
      return new Promise((resolve, reject) => {
        waiting.push({ order, resolve, reject });
        if (!scheduled) options.schedule(flush);
        scheduled = true;
      });
    },
    async drain() {
      if (scheduled) await new Promise<void>((done) => idle.push(done));
    },
  };
};
