import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type {
  Answer,
  ClientToServer,
  CommandMessage,
  Joined,
  ServerToClient,
  ViewPatch,
} from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import { applyPatch } from '../../shared/views/applyPatch.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { Views } from '../../shared/views/types/views.ts';
import { ServerRefused } from './serverRefused.ts';

/** Where to play and as whom: a desk session of the server, as a browser would hold it. */
export interface PlayerSession {
  readonly url: string;
  readonly session: string;
  readonly cookie: string;
  /** How often a lost connection is opened anew before it is given up: some 20 s by default, never with 0. */
  readonly attempts?: number;
}

/** Pauses between two attempts to open a lost connection anew, ms. */
const pauses = { reconnectionDelay: 100, reconnectionDelayMax: 500 };

/**
 * One person's connection in a replayed meeting, and for the desk the view it keeps up to date. Where the server goes
 * away (a node that dies behind a balancer, a restart) it comes back and asks again what was not answered: commands
 * carry their id, so that none is taken twice.
 */
export class Seat<A extends Audience = Audience> {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #join: { meeting: string; audience: A; as: string | undefined };
  #view: Views[A] | null = null;
  #revision = 0;
  #watchers: (() => void)[] = [];
  #joined = false;
  /** Once joined, and after every return: asks what has not been answered yet. */
  #again: (() => void) | null = null;
  /** Ends all waiting with this error. */
  #fail: ((error: Error) => void) | null = null;
  /** The server did not come back, or does not let this connection in any more. */
  #lost: Error | null = null;
  readonly #attempts: number;

  constructor(player: PlayerSession, join: { meeting: string; audience: A; as?: string }) {
    this.#join = { as: undefined, ...join };
    this.#attempts = player.attempts ?? 40;
    this.#socket = io(player.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: this.#attempts > 0,
      reconnectionAttempts: this.#attempts,
      ...pauses,
      autoConnect: false,
      auth: { s: player.session },
      // The player and the server it plays on are one process or one machine: there is nobody in between.
      rejectUnauthorized: new URL(player.url).hostname !== '127.0.0.1',
      extraHeaders: { cookie: player.cookie, origin: new URL(player.url).origin },
    });
    this.#socket.on('patch', (patch) => {
      this.#apply(patch);
    });
    this.#socket.on('connect', () => {
      this.#enter();
    });
    this.#socket.on('connect_error', ({ message }) => {
      // Not when the attempt is only one of many.
      if (!this.#socket.active) this.#giveUp(new ServerRefused(`The server does not answer: ${message}`));
    });
    this.#socket.on('disconnect', (reason) => {
      this.#joined = false;
      if (this.#attempts === 0) this.#giveUp(gone());
      // A server that ends in order closes its connections itself; only then nobody tries again unasked.
      else if (reason === 'io server disconnect') this.#socket.connect();
    });
    this.#socket.io.on('reconnect_failed', () => {
      this.#giveUp(gone());
    });
  }

  get view(): Views[A] {
    if (this.#view === null) throw new Error('this connection has not joined yet');
    return this.#view;
  }

  /** @throws {ServerRefused} where there is no server, or it does not let this connection in. */
  async open(): Promise<void> {
    await this.#waiting<undefined>((done) => {
      this.#again = () => {
        done(undefined);
      };
      this.#socket.connect();
    });
    this.#again = null;
  }

  /** Sends one command and waits for its answer. */
  async send(message: CommandMessage): Promise<Answer> {
    return this.#answerTo((done) => this.#socket.emit('command', message, done));
  }

  /** Moves the rehearsal's clock forward to `to`, so that what falls due in between happens first. */
  async advance(to: number): Promise<void> {
    await this.#answerTo<{ ok: boolean }>((done) => this.#socket.emit('advance', { to }, done));
  }

  /** Resolves once the view satisfies the condition. */
  async until(condition: (view: Views[A]) => boolean): Promise<void> {
    while (!condition(this.view))
      await this.#waiting<undefined>((done) =>
        this.#watchers.push(() => {
          done(undefined);
        }),
      );
  }

  close(): void {
    this.#socket.disconnect();
  }

  #enter(): void {
    this.#socket.emit('join', { protocol: protocolVersion, ...this.#join }, (joined: Joined) => {
      if (!joined.ok) {
        const { code, en, ja } = joined.refusal;
        this.#giveUp(new ServerRefused(`${code}: ${en} / ${ja}`));
        return;
      }
      this.#view = joined.view as Views[A];
      this.#revision = joined.at.revision;
      this.#joined = true;
      this.#again?.();
      this.#wake();
    });
  }

  async #answerTo<T>(emit: (done: (answer: T) => void) => void): Promise<T> {
    try {
      return await this.#waiting<T>((done) => {
        this.#again = () => {
          emit(done);
        };
        // What is sent before the joining is refused: it waits for that.
        if (this.#joined) this.#again();
      });
    } finally {
      this.#again = null;
    }
  }

  async #waiting<T>(begin: (done: (value: T) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#lost !== null) {
        reject(this.#lost);
        return;
      }
      this.#fail = reject;
      begin(resolve);
    });
  }

  #giveUp(error: Error): void {
    this.#lost = error;
    this.#socket.disconnect();
    this.#fail?.(error);
  }

  #apply(patch: ViewPatch): void {
    if (this.#view === null || patch.from !== this.#revision) return;
    this.#view = applyPatch(this.#view, patch.patch);
    this.#revision = patch.to;
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#watchers;
    this.#watchers = [];
    for (const wake of waiting) wake();
  }
}

const gone = () => new ServerRefused('The server went away and did not come back.');
