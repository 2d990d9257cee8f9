import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { freePort } from './freePort.ts';

/** The built product; the same from here and from the built tools. */
const product = resolve(import.meta.dirname, '../../dist/server/main.js');

type Child = ChildProcessByStdio<null, Readable, Readable>;

export interface ServerProgramOptions {
  /** Another build of the server than dist/server. */
  readonly entry?: string | undefined;
  /** The data's folder; a new temporary one by default, removed by `stop`. */
  readonly data?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** In a process group of its own, which a terminal's Ctrl-C does not reach. */
  readonly detached?: boolean | undefined;
  /** It ended though nobody here asked it to. */
  readonly died?: () => void;
}

/** The built product in a process of its own, as `npm start` runs it, on a fixed port with its data in a folder. */
export class ServerProgram {
  readonly url: string;
  readonly port: number;
  readonly #data: string;
  readonly #options: ServerProgramOptions;
  #child: Child | null = null;
  #terminal = '';
  #complaints = '';

  private constructor(port: number, data: string, options: ServerProgramOptions) {
    this.port = port;
    this.#data = data;
    this.#options = options;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(options: ServerProgramOptions = {}): Promise<ServerProgram> {
    const data = options.data ?? (await mkdtemp(join(tmpdir(), 'kyoshu-server-')));
    const server = new ServerProgram(await freePort(), data, options);
    await server.startAgain();
    return server;
  }

  /** Starts it on the same data and port; resolves when it says that it is there. */
  async startAgain(): Promise<void> {
    const { entry = product, env = {}, detached = false, died } = this.#options;
    const child: Child = spawn(process.execPath, ['--enable-source-maps', entry], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        KYOSHU_DATA: this.#data,
        LOG_LEVEL: 'error',
        ...env,
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
    child.once('exit', () => {
      if (this.#child === child) died?.();
    });
  }

  /** Undefined while it is down. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** The desk's one-time link, as the terminal shows it until it was used; null after that. */
  get offeredLink(): string | null {
    return /http\S+\/link#t=[\w-]+/.exec(this.#terminal)?.[0] ?? null;
  }

  /** The same, where it must be there. */
  get deskLink(): string {
    const link = this.offeredLink;
    if (link === null) throw new Error(`no link in the terminal: ${this.#terminal}`);
    return link;
  }

  /** The folder of its data: programs on this machine find their way in through it. */
  get data(): string {
    return this.#data;
  }

  /** What it wrote to standard error since it was started: nothing, when all is well. */
  get complaints(): string {
    return this.#complaints;
  }

  /** Stops it where it stands: what arrives lies unread on the wire until it goes on, or dies. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  /** Lets it go on where it stood: it takes what lies on the wire, in order. */
  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  /** kill -9: no warning, no last word. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in order and takes its data away, unless they lie in a folder that was named. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    if (this.#options.data === undefined) await rm(this.#data, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
