import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { freePort } from './freePort.ts';

const entry = resolve(import.meta.dirname, '../../dist/server/main.js');

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** The built product in a process of its own, as `npm start` runs it, on a fixed port with its data in a folder. */
export class ServerProgram {
  readonly url: string;
  readonly #port: number;
  readonly #data: string;
  #child: Child | null = null;
  #terminal = '';
  #complaints = '';

  private constructor(port: number, data: string) {
    this.#port = port;
    this.#data = data;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(): Promise<ServerProgram> {
    const server = new ServerProgram(await freePort(), await mkdtemp(join(tmpdir(), 'kyoshu-e2e-')));
    await server.startAgain();
    return server;
  }

  /** Starts it on the same data and port; resolves when it says that it is there. */
  async startAgain(): Promise<void> {
    const child: Child = spawn(process.execPath, [entry], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.#port),
        KYOSHU_DATA: this.#data,
        LOG_LEVEL: 'error',
      },
    });
    this.#child = child;
    this.#terminal = '';
    this.#complaints = '';
    child.stderr.on('data', (text: Buffer) => (this.#complaints += text.toString()));
    await new Promise<void>((ready, fail) => {
      child.stdout.on('data', (text: Buffer) => {
        this.#terminal += text.toString();
        if (/\/link#t=[\w-]+\s|npm run link\s/.test(this.#terminal)) ready();
      });
      child.once('error', fail);
      child.once('exit', (code) => {
        fail(new Error(`the server ended with ${code ?? 'a signal'}: ${this.#complaints}`));
      });
    });
  }

  /** The desk's one-time link, as the terminal shows it at the first start. */
  get deskLink(): string {
    const link = /http\S+\/link#t=[\w-]+/.exec(this.#terminal)?.[0];
    if (link === undefined) throw new Error(`no link in the terminal: ${this.#terminal}`);
    return link;
  }

  /** What it wrote to standard error since it was started: nothing, when all is well. */
  get complaints(): string {
    return this.#complaints;
  }

  /** Stops it where it stands: what arrives lies unread on the wire until it goes on, or dies. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  /** kill -9: no warning, no last word. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in order and takes its data away. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#data, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
