import type { ServerEvent, ServerMessage } from '../../../server/meetings/wire.ts';
import type { Connection } from '../../../server/transport/gateway.ts';
import type { OpenSession } from '../../../server/transport/sessions.ts';
import type { Visitor } from '../../../server/transport/visitor.ts';
import type { ServerNode } from './serverNode.ts';
import { Parcel } from './parcel.ts';
import { Pipe } from './pipe.ts';
import type { World } from './world.ts';

export type Request = 'join' | 'command' | 'minutes';

/** The page's end of a line. */
export interface LineEnd {
  hear(event: ServerEvent, parcel: Parcel): void;
  /** The page notices that the line is gone. */
  lost(): void;
}

/** Of each kind of trouble a line may have. */
export type LineTrouble = 'cut' | 'halfOpen' | 'stall';

/** Both sides send a sign of life every ten seconds and give the other ten more (server/transport/sockets.ts). */
const [soonestNoticed, latestNoticed] = [10_000, 20_000];

/**
 * One WebSocket between a page and a node: a pipe each way, and two ends that learn of its end at different times. It
 * is to the gateway what a socket of Socket.IO is.
 */
export class Line implements Connection {
  readonly session: OpenSession;
  readonly #world: World;
  readonly #node: ServerNode;
  readonly #end: LineEnd;
  readonly #up: Pipe;
  readonly #down: Pipe;
  readonly #rooms = new Set<string>();
  #visitor: Visitor | null = null;
  #serverOpen = true;
  #pageOpen = true;

  constructor(world: World, node: ServerNode, session: OpenSession, end: LineEnd) {
    this.session = session;
    this.#world = world;
    this.#node = node;
    this.#end = end;
    const { scheduler, settings } = world;
    const dice = world.dice.network;
    const latency = settings.latency * dice.between(0.3, 3);
    this.#up = new Pipe({ scheduler, dice, latency });
    this.#down = new Pipe({ scheduler, dice, latency });
  }

  /** Whose it is, for whoever reads the trace. */
  get #name(): string {
    const { person, role } = this.session.link;
    return person ?? role;
  }

  get open(): boolean {
    return this.#serverOpen && this.#pageOpen;
  }

  /** The server takes the line up. */
  accept(): void {
    this.#visitor = this.#node.gateway.connected(this);
  }

  // the page's side

  request(kind: Request, message: object, answer: (text: string) => void): void {
    if (!this.#pageOpen) return;
    const text = JSON.stringify(message);
    const arrive = () => {
      this.#node.run(() => {
        this.#serve(kind, text, answer);
      });
    };
    this.#carry(this.#up, kind === 'command', arrive);
  }

  /** The page leaves. What it sent before still arrives; the server notices after it. */
  hangUp(): void {
    if (!this.#pageOpen) return;
    this.#pageOpen = false;
    this.#up.send(() => {
      this.#node.run(() => {
        this.#serverNotices();
      });
    });
  }

  // the server's side

  send<E extends ServerEvent>(event: E, message: ServerMessage<E>): void {
    this.sendParcel(event, new Parcel(JSON.stringify(message)));
  }

  sendParcel(event: ServerEvent, parcel: Parcel): void {
    if (!this.#serverOpen || !this.#node.alive) return;
    this.#carry(this.#down, event === 'patch', () => {
      if (this.#pageOpen) this.#end.hear(event, parcel);
    });
  }

  enter(room: string): void {
    if (!this.#serverOpen) return;
    this.#rooms.add(room);
    this.#node.enter(room, this);
  }

  leave(room: string): void {
    this.#rooms.delete(room);
    this.#node.leave(room, this);
  }

  close(): void {
    if (!this.#serverOpen) return;
    this.#serverNotices();
    this.#down.send(() => {
      this.#pageNotices();
    });
  }

  // what happens to it

  suffer(trouble: LineTrouble): void {
    const dice = this.#world.dice.network;
    if (trouble === 'stall') {
      const ms = dice.between(500, 15_000);
      this.#up.stall(ms);
      this.#down.stall(ms);
      return;
    }
    this.#up.break();
    this.#down.break();
    const [least, most] = trouble === 'cut' ? [0, 300] : [soonestNoticed, latestNoticed];
    this.#world.scheduler.after(dice.between(least, most), () => {
      this.#pageNotices();
    });
    this.#world.scheduler.after(dice.between(least, most), () => {
      this.#node.run(() => {
        this.#serverNotices();
      });
    });
  }

  /** The process is gone. `silent`: its machine is, too, and nobody tells the page. */
  serverDied(silent: boolean): void {
    this.#serverOpen = false;
    if (!this.#pageOpen) return;
    this.#up.break();
    const dice = this.#world.dice.network;
    if (silent) this.#down.break();
    if (silent)
      this.#world.scheduler.after(dice.between(soonestNoticed, latestNoticed), () => {
        this.#pageNotices();
      });
    else
      this.#down.send(() => {
        this.#pageNotices();
      });
  }

  #carry(pipe: Pipe, mayBeUnruly: boolean, arrive: () => void): void {
    const { unruly } = this.#world.settings;
    const dice = this.#world.dice.network;
    if (!mayBeUnruly || unruly === 0 || this.#world.calm || !dice.chance(unruly)) {
      pipe.send(arrive);
      return;
    }
    const what = dice.pick(['lost', 'doubled', 'overtaken'] as const);
    if (what === 'lost') return;
    pipe.send(arrive, what === 'overtaken');
    if (what === 'doubled') pipe.send(arrive, dice.chance(0.5));
  }

  #serve(kind: Request, text: string, answer: (text: string) => void): void {
    if (!this.#serverOpen || this.#visitor === null) return;
    const message = JSON.parse(text) as { readonly id?: string };
    this.#world.trace(`${this.#node.name} hears ${kind} from ${this.#name}: ${text}`);
    const heard = { what: `${kind} ${text}`, at: this.#world.scheduler.now };
    this.#node.unanswered.add(heard);
    if (kind === 'command') this.#world.aim?.heard(this.#node, this, message);
    void this.#visitor[kind](message).then((reply) => {
      this.#node.unanswered.delete(heard);
      if (!this.#node.alive || !this.#serverOpen) return;
      this.#world.witness.answering(kind, message, reply);
      if (kind !== 'command') this.#world.trace(`${this.#node.name} answers ${kind} to ${this.#name}`);
      const replyText = this.#node.textOf(reply);
      // Socket.IO hears one answer to a message, and no second.
      let answered = false;
      // What a join is answered comes before the patches that build on it, on any transport.
      this.#carry(this.#down, kind === 'command', () => {
        if (answered || !this.#pageOpen) return;
        answered = true;
        answer(replyText);
      });
    });
  }

  #serverNotices(): void {
    if (!this.#serverOpen) return;
    this.#serverOpen = false;
    this.#world.trace(`${this.#node.name} sees that ${this.#name} is gone`);
    for (const room of this.#rooms) this.#node.leave(room, this);
    this.#node.forget(this);
    if (this.#visitor !== null) this.#node.gateway.left(this.#visitor);
  }

  #pageNotices(): void {
    if (!this.#pageOpen) return;
    this.#pageOpen = false;
    this.#end.lost();
  }
}
