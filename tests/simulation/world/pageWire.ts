import type { Wire, WireEvents } from '../../../client/connection/wire.ts';
import { isRefusal } from '../../../shared/meeting/refusal.ts';
import type { ServerEvent } from '../../../server/meetings/wire.ts';
import type { Line } from './line.ts';
import type { Parcel } from './parcel.ts';
import type { World } from './world.ts';

/** How long a page waits before it tries again (client/connection/socketWire.ts), in ms. */
const [shortestRetry, longestRetry] = [250, 4500];

/** A page's wire: what client/connection/socketWire.ts is over Socket.IO, over the lines of the simulated world. */
export class PageWire implements Wire {
  readonly #world: World;
  readonly #cookie: string;
  readonly #session: string;
  #events: WireEvents | null = null;
  #line: Line | null = null;
  #wanted = false;
  /** Counts the attempts: what comes of an earlier one is nobody's business. */
  #attempt = 0;

  constructor(world: World, { cookie, session }: { readonly cookie: string; readonly session: string }) {
    this.#world = world;
    this.#cookie = cookie;
    this.#session = session;
  }

  get line(): Line | null {
    return this.#line;
  }

  open(events: WireEvents): void {
    this.#events = events;
    this.#wanted = true;
    this.#dial(0);
  }

  reopen(): void {
    this.#drop();
    this.#dial(0);
  }

  close(): void {
    this.#wanted = false;
    this.#attempt += 1;
    this.#drop();
  }

  join(...[message, answer]: Parameters<Wire['join']>): void {
    this.#line?.request('join', message, (text) => {
      answer(JSON.parse(text) as Parameters<typeof answer>[0]);
    });
  }

  command(...[message, answer]: Parameters<Wire['command']>): void {
    this.#line?.request('command', message, (text) => {
      answer(JSON.parse(text) as Parameters<typeof answer>[0]);
    });
  }

  minutes(...[from, answer]: Parameters<Wire['minutes']>): void {
    this.#line?.request('minutes', { from }, (text) => {
      answer(JSON.parse(text) as Parameters<typeof answer>[0]);
    });
  }

  /** The page itself is gone: no event comes any more. */
  vanish(): void {
    this.#events = null;
    this.#wanted = false;
    this.#attempt += 1;
    this.#line?.hangUp();
    this.#line = null;
  }

  #drop(): void {
    const line = this.#line;
    this.#line = null;
    if (line === null) return;
    line.hangUp();
    this.#events?.down();
  }

  #dial(wait: number): void {
    const attempt = ++this.#attempt;
    const { scheduler, dice, settings } = this.#world;
    const travel = () => settings.latency * dice.network.between(0.5, 2);
    const current = () => this.#wanted && attempt === this.#attempt;
    const failed = () => {
      if (!current()) return;
      this.#events?.down();
      this.#dial(dice.network.between(shortestRetry, longestRetry));
    };
    scheduler.after(wait + travel(), () => {
      if (!current()) return;
      const node = this.#world.anyNode();
      if (node === undefined) {
        failed();
        return;
      }
      let line: Line | null = null;
      const end = {
        hear: (event: ServerEvent, parcel: Parcel) => {
          this.#hear(line, event, parcel);
        },
        lost: () => {
          if (line === null || this.#line !== line) return;
          this.#line = null;
          this.#events?.down();
          if (this.#wanted) this.#dial(dice.network.between(shortestRetry, longestRetry));
        },
      };
      node.run(() => {
        node.handshake(this.#cookie, this.#session, end).then((opened) => {
          scheduler.after(travel(), () => {
            if (isRefusal(opened)) {
              if (current()) this.#events?.refused(opened);
              return;
            }
            if (!current() || !opened.open) {
              opened.hangUp();
              failed();
              return;
            }
            line = opened;
            this.#line = opened;
            this.#events?.up();
          });
        }, failed);
      });
      // A node that dies during the handshake answers nothing.
      scheduler.after(8000, () => {
        if (line === null) failed();
      });
    });
  }

  #hear(line: Line | null, event: ServerEvent, parcel: Parcel): void {
    if (line === null || this.#line !== line) return;
    const events = this.#events as unknown as Record<ServerEvent, (message: unknown) => void> | null;
    events?.[event](parcel.open());
  }
}
