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
import type { Audience, Views } from '../../shared/views/types.ts';

/** Where to play and as whom: a desk session of the server, as a browser would hold it. */
export interface PlayerSession {
  readonly url: string;
  readonly session: string;
  readonly cookie: string;
}

/** One person's connection in a replayed meeting, and for the desk the view it keeps up to date. */
export class Seat<A extends Audience = Audience> {
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  readonly #join: { meeting: string; audience: A; as: string | undefined };
  #view: Views[A] | null = null;
  #revision = 0;
  #watchers: (() => void)[] = [];

  constructor(player: PlayerSession, join: { meeting: string; audience: A; as?: string }) {
    this.#join = { as: undefined, ...join };
    this.#socket = io(player.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      auth: { s: player.session },
      // The player and the server it plays on are one process or one machine: there is nobody in between.
      rejectUnauthorized: new URL(player.url).hostname !== '127.0.0.1',
      extraHeaders: { cookie: player.cookie, origin: new URL(player.url).origin },
    });
    this.#socket.on('patch', (patch) => {
      this.#apply(patch);
    });
  }

  get view(): Views[A] {
    if (this.#view === null) throw new Error('this connection has not joined yet');
    return this.#view;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#socket.once('connect', resolve);
      this.#socket.once('connect_error', reject);
      this.#socket.connect();
    });
    const joined = await new Promise<Joined>((resolve) => {
      this.#socket.emit('join', { protocol: protocolVersion, ...this.#join }, resolve);
    });
    if (!joined.ok) throw new Error(`${joined.refusal.code}: ${joined.refusal.en}`);
    this.#view = joined.view as Views[A];
    this.#revision = joined.at.revision;
    this.#wake();
  }

  /** Sends one command and waits for its answer, or says that the connection went away before it came. */
  async send(message: CommandMessage): Promise<Answer> {
    return this.#ask((done) => this.#socket.emit('command', message, done));
  }

  /** Moves the rehearsal's clock forward to `to`, so that what falls due in between happens first. */
  async advance(to: number): Promise<void> {
    await this.#ask<{ ok: boolean }>((done) => this.#socket.emit('advance', { to }, done));
  }

  /** Resolves once the view satisfies the condition. */
  async until(condition: (view: Views[A]) => boolean): Promise<void> {
    while (!condition(this.view))
      await new Promise<void>((resolve) => {
        this.#watchers.push(resolve);
      });
  }

  close(): void {
    this.#socket.disconnect();
  }

  async #ask<T>(emit: (done: (answer: T) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const gone = () => {
        reject(new Error('the server closed the connection before it answered'));
      };
      this.#socket.once('disconnect', gone);
      emit((answer) => {
        this.#socket.off('disconnect', gone);
        resolve(answer);
      });
    });
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
