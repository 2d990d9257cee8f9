import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findRedisServer } from '../../scripts/programs.mjs';
import { freePort } from './freePort.ts';

export interface RedisServerOptions {
  /** Directory of the data; a new temporary one by default, removed by `stop`. */
  readonly dir?: string;
  /** Further settings, by the names of redis.conf; they stand above the defaults. */
  readonly settings?: Readonly<Record<string, string>>;
  /** In a process group of its own, which a terminal's Ctrl-C does not reach. */
  readonly detached?: boolean | undefined;
  /** It ended though nobody here asked it to. */
  readonly died?: () => void;
}

/** A real redis-server of a test's own, on loopback, with the settings that the product asks for. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly dir: string;
  /** The running process's id; undefined while it is down. */
  readonly pid: number | undefined;
  /** Ends it as `kill -9` does: nothing is flushed that was not flushed. Data and port stay for `start`. */
  kill(): Promise<void>;
  /** Ends it in order. Data and port stay for `start`. */
  shutdown(): Promise<void>;
  /** Starts it again on the same port and data; resolves when it takes connections. */
  start(): Promise<void>;
  /** Freezes (SIGSTOP) and thaws (SIGCONT) it: connections stay open and nothing answers. */
  freeze(): void;
  thaw(): void;
  /** Ends it and removes the data when the directory was made here. */
  stop(): Promise<void>;
}

/** The persistence without which an acknowledgement would be a promise about memory. */
const durable = { appendonly: 'yes', appendfsync: 'always', save: '' };

/**
 * Starts a redis-server on a free port.
 * @throws Error when there is none on the machine, or it ends before it takes connections (with what it printed)
 */
export async function startRedisServer(options: RedisServerOptions = {}): Promise<RedisServer> {
  const program = findRedisServer();
  if (program === null) throw new Error('No redis-server here: run `npm test`, or set KYOSHU_REDIS_SERVER');
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'kyoshu-redis-')));
  const port = await freePort();
  const settings = { bind: '127.0.0.1', port: String(port), dir, ...durable, ...options.settings };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    if (child) throw new Error('This redis-server runs already');
    const started = await startProcess(program ?? '', args, options.detached ?? false);
    child = started;
    started.once('exit', () => {
      if (child !== started) return;
      child = undefined;
      options.died?.();
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const closed = once(running, 'close');
    running.kill(signal);
    await closed;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    dir,
    get pid() {
      return child?.pid;
    },
    start,
    kill: () => end('SIGKILL'),
    shutdown: () => end('SIGTERM'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async stop() {
      await end('SIGKILL');
      if (options.dir === undefined) await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Resolves when the process says that it takes connections, and goes on reading, so that its pipe never fills. */
async function startProcess(
  program: string,
  args: readonly string[],
  detached: boolean,
): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached });
  const printed: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    const read = (line: string): void => {
      printed.push(line);
      if (printed.length > 50) printed.shift();
      if (line.includes('Ready to accept connections')) resolve();
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
    child.once('error', reject);
    child.once('close', () => {
      reject(new Error(`redis-server ended before it was ready:\n${printed.join('\n')}`));
    });
  });
  await ready;
  return child;
}
