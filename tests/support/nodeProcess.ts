import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './freePort.ts';

export interface NodeOptions {
  /** The built server (dist/server/main.js, or a build of a test's own). */
  readonly program: string;
  readonly dataDir: string;
  /** Absent: the embedded log in `dataDir`. */
  readonly redisUrl?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
}

/** The server as a process of its own on a port of loopback, which stays the same over its restarts. */
export interface NodeProcess {
  readonly url: string;
  readonly port: number;
  /** Undefined while it is down. */
  readonly pid: number | undefined;
  /** What it said when it was ready: its addresses, and the desk's one-time link until that was used. */
  readonly welcome: string;
  start(): Promise<void>;
  /** As `kill -9`. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** @throws Error with what it printed, when it ends before it is ready */
export async function startNode({ program, dataDir, redisUrl, env = {} }: NodeOptions): Promise<NodeProcess> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  let welcome = '';

  async function start(): Promise<void> {
    const started = spawn(process.execPath, ['--enable-source-maps', program], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOST: '127.0.0.1',
        PORT: String(port),
        KYOSHU_DATA: dataDir,
        LOG_LEVEL: 'warn',
        ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
        ...env,
      },
    });
    child = started;
    welcome = await ready(started);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const closed = once(running, 'close');
    running.kill(signal);
    await closed;
  }

  await start();
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return child?.pid;
    },
    get welcome() {
      return welcome;
    },
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Resolves with the welcome, and goes on reading, so that its pipes never fill. */
async function ready(child: ChildProcess): Promise<string> {
  let printed = '';
  let said = '';
  return new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (text: Buffer) => {
      said = (said + text.toString()).slice(-4000);
    });
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      if (printed.endsWith('\n\n') || printed.endsWith('\n\n\n')) resolve(printed);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      reject(new Error(`the server ended with ${String(code)} before it was ready:\n${printed}${said}`));
    });
  });
}
