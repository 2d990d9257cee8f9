import { once } from 'node:events';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type {
  Answer,
  ClientToServer,
  Join,
  Joined,
  Offset,
  ServerToClient,
  ViewPatch,
} from '../../shared/protocol/messages.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import { applyPatch } from '../../shared/views/applyPatch.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { MeView } from '../../shared/views/types/meView.ts';
import type { Views } from '../../shared/views/types/views.ts';

/** What a browser holds after it opened a link: the session's name for the page, and the cookie with its secret. */
export interface TestSession {
  readonly session: string;
  readonly cookie: string;
  /** The page to open. */
  readonly url: string;
}

let commands = 0;

/** One device in a test: a real socket, the view it was sent and every patch since. */
export class TestClient<A extends Audience = Audience> {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  /** Every patch that came, in order. */
  readonly patches: ViewPatch[] = [];
  me: MeView | null = null;
  /** The reasons for which the server asked to join again. */
  readonly rejoins: string[] = [];
  /** What the server said about its store since the connection was made: whether it waits. */
  readonly stores: boolean[] = [];
  #view: Views[A] | null = null;
  #at: Offset | null = null;
  #waiting: (() => void)[] = [];

  constructor(server: string, session: Pick<TestSession, 'session' | 'cookie'> | null, headers = {}) {
    this.socket = io(server, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      auth: session === null ? {} : { s: session.session },
      extraHeaders: { ...(session === null ? {} : { cookie: session.cookie }), ...headers },
    });
    this.socket.on('patch', (patch) => {
      this.patches.push(patch);
      if (this.#view === null || this.#at === null) return;
      if (patch.from !== this.#at.revision) throw new Error('a patch is missing or came twice');
      this.#view = applyPatch(this.#view, patch.patch);
      this.#at = { epoch: patch.epoch, revision: patch.to };
      this.#wake();
    });
    this.socket.on('me', (me) => {
      this.me = me;
      this.#wake();
    });
    this.socket.on('store', ({ waiting }) => {
      this.stores.push(waiting);
      this.#wake();
    });
    this.socket.on('rejoin', ({ reason }) => {
      this.rejoins.push(reason);
      this.#wake();
    });
    this.socket.on('disconnect', () => {
      this.#wake();
    });
  }

  get view(): Views[A] {
    if (this.#view === null) throw new Error('this client has not joined');
    return this.#view;
  }

  get at(): Offset {
    if (this.#at === null) throw new Error('this client has not joined');
    return this.#at;
  }

  /** @throws the refusal of the handshake */
  async connect(): Promise<void> {
    const connected = new Promise<void>((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
    });
    this.socket.connect();
    await connected;
  }

  /** Joins as it is, whatever the server answers. */
  async tryJoin(join: Omit<Join, 'protocol'> & { audience: A }): Promise<Joined> {
    return new Promise<Joined>((resolve) => {
      this.socket.emit('join', { protocol: protocolVersion, ...join }, (joined) => {
        // At once: a patch may lie in the same bytes behind the answer.
        if (joined.ok) this.#take(joined);
        resolve(joined);
      });
    });
  }

  #take(joined: Extract<Joined, { ok: true }>): void {
    const kept = this.#view;
    this.#at = joined.at;
    if (joined.view !== undefined) this.#view = joined.view as Views[A];
    else if (kept !== null)
      this.#view = (joined.patches ?? []).reduce((view, one) => applyPatch(view, one.patch), kept);
    this.me = joined.me;
    this.#wake();
  }

  /** @throws Error with the refusal's code */
  async join(join: Omit<Join, 'protocol'> & { audience: A }): Promise<Extract<Joined, { ok: true }>> {
    const joined = await this.tryJoin(join);
    if (!joined.ok) throw new Error(joined.refusal.code);
    return joined;
  }

  /** Forgets the view, as a page does that is loaded anew. */
  forget(): void {
    this.#view = null;
    this.#at = null;
  }

  /** Sends a command with a fresh id, or the one given. */
  async send(command: CommandInput & { id?: string; at?: number }): Promise<Answer> {
    const message = { id: `test-${String(++commands)}`, ...command };
    return this.raw('command', message) as Promise<Answer>;
  }

  /** Sends a command that must be carried out. @throws Error with the refusal's code */
  async must(command: CommandInput & { id?: string; at?: number }): Promise<Extract<Answer, { ok: true }>> {
    const answer = await this.send(command);
    if (!answer.ok) throw new Error(`${answer.refusal.code}: ${answer.refusal.en}`);
    return answer;
  }

  /** Sends any message, sound or not, and gives the answer. */
  async raw(event: 'join' | 'command' | 'minutes' | 'advance', message: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      (this.socket as unknown as Socket).emit(event, message, resolve);
    });
  }

  /** Resolves when the condition holds, looked at after everything that the server sends. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition())
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
  }

  /** Resolves when the view shows log position `version`. */
  async reach(version: number): Promise<void> {
    await this.until(() => this.view.version >= version);
  }

  async closed(): Promise<void> {
    if (this.socket.connected) await once(this.socket as unknown as NodeJS.EventEmitter, 'disconnect');
  }

  close(): void {
    this.socket.disconnect();
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
