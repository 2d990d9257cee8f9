import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Crowd } from './crowd.ts';
import type { CrowdOrder, CrowdReport } from './crowd.ts';

/** What is asked of a crowd in a process of its own; its answer comes back under the same number. */
type Question =
  | { readonly ask: 'join'; readonly order: CrowdOrder }
  | { readonly ask: 'raise'; readonly seat: number }
  | { readonly ask: 'reach'; readonly version: number }
  | { readonly ask: 'rejoined'; readonly times: number }
  | { readonly ask: 'report'; readonly order: readonly string[] };
interface Reply {
  readonly no: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** A crowd as its conductor sees it, whether it lives in this process or in another. */
export type CrowdHandle = Pick<Crowd, 'pid' | 'raise' | 'reach' | 'rejoined' | 'report' | 'close'>;

/** A crowd in a process of its own, so that what it costs does not slow down who measures. */
export class CrowdProcess implements CrowdHandle {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #asked = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (reply: Reply) => {
      this.#waiting.get(reply.no)?.(reply);
      this.#waiting.delete(reply.no);
    });
    child.once('exit', () => {
      for (const [no, answered] of this.#waiting) answered({ no, error: 'the crowd ended' });
    });
  }

  /** Runs tests/cli/tortureCrowd.ts as it was built beside the program that calls this. */
  static async join(order: CrowdOrder): Promise<CrowdProcess> {
    const entry = fileURLToPath(new URL('./tortureCrowd.js', import.meta.url));
    const crowd = new CrowdProcess(fork(entry, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
    await crowd.#ask({ ask: 'join', order });
    return crowd;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  raise(seat: number): Promise<number> {
    return this.#ask<number>({ ask: 'raise', seat });
  }

  reach(version: number): Promise<void> {
    return this.#ask<undefined>({ ask: 'reach', version });
  }

  rejoined(times: number): Promise<void> {
    return this.#ask<undefined>({ ask: 'rejoined', times });
  }

  report(order: readonly string[]): Promise<CrowdReport> {
    return this.#ask<CrowdReport>({ ask: 'report', order });
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  async #ask<T>(question: Question): Promise<T> {
    const no = this.#asked++;
    const reply = await new Promise<Reply>((answered) => {
      this.#waiting.set(no, answered);
      this.#child.send({ no, question });
    });
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply.value as T;
  }
}

/** The other side: answers until its parent lets go. */
export function serveCrowd(): void {
  let crowd: Crowd | null = null;
  const carryOut = async (question: Question): Promise<unknown> => {
    if (question.ask === 'join') {
      crowd = await Crowd.join(question.order);
      return null;
    }
    if (crowd === null) throw new Error('a crowd is made first');
    if (question.ask === 'raise') return crowd.raise(question.seat);
    if (question.ask === 'reach') return crowd.reach(question.version);
    if (question.ask === 'rejoined') return crowd.rejoined(question.times);
    return crowd.report(question.order);
  };
  process.on('message', ({ no, question }: { no: number; question: Question }) => {
    carryOut(question).then(
      (value) => process.send?.({ no, value } satisfies Reply),
      (error: unknown) => process.send?.({ no, error: String(error) } satisfies Reply),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
