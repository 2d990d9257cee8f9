import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a server under measurement tells of itself. Times in ms, memory in bytes. */
export interface Usage {
  readonly cpu: number;
  /** Heap and buffers after a collection. */
  readonly memory: number;
  /** The longest time since the last look for which the event loop did not come round. */
  readonly stall: number;
}

export interface Seat {
  readonly headers: Readonly<Record<string, string>>;
  readonly auth: object;
  readonly meeting: string;
}

export type Question = 'usage' | 'stop' | { readonly ask: 'seats'; readonly count: number } | 'votes';

/** A server in a process of its own, so that what the clients cost is not counted with it. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** `entry`: the built program; `kind`: what it is to serve. */
  static async start(entry: string, kind: string, clients: number): Promise<ServerProcess> {
    const child = fork(entry, [kind, String(clients)], {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [url] = (await once(child, 'message')) as [string];
    return new ServerProcess(child, url);
  }

  async ask<T>(question: Question): Promise<T> {
    this.#child.send(question);
    const [answer] = (await once(this.#child, 'message')) as [T];
    return answer;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.send('stop');
    await ended;
  }
}
