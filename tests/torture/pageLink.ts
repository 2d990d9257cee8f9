import { commandId } from '../../client/connection/commandId.ts';
import { Link } from '../../client/connection/link.ts';
import type { LinkState } from '../../client/connection/linkState.ts';
import { socketWire } from '../../client/connection/socketWire.ts';
import type { Wire } from '../../client/connection/wire.ts';
import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { Views } from '../../shared/views/types/views.ts';
import type { TestSession } from '../support/testClient.ts';

/** What happens on a page's line, for whoever measures it. */
export interface LineWatch {
  /** The socket is open; nothing was asked yet. */
  up?(): void;
  down?(): void;
  /** The server answered a join: the page has all that there was. */
  joined?(): void;
  /** A command left the page. */
  sent?(): void;
}

export interface PageAddress<A extends Audience> {
  readonly url: string;
  readonly meeting: string;
  readonly audience: A;
  readonly session: Pick<TestSession, 'session' | 'cookie'>;
}

/** The page's own connection, in Node: it comes back by itself, sends again what was not answered, and owns its offset. */
export class PageLink<A extends Audience = Audience> {
  /** Told after each change of what the page knows. */
  onchange: () => void = () => undefined;
  readonly #link: Link<A>;
  #lineUp = false;
  #waiting: (() => void)[] = [];

  constructor({ url, meeting, audience, session }: PageAddress<A>, watch: LineWatch = {}) {
    const wire = socketWire({ url, session: session.session, headers: { cookie: session.cookie } });
    const own: LineWatch = {
      ...watch,
      up: () => {
        this.#lineUp = true;
        watch.up?.();
      },
      down: () => {
        this.#lineUp = false;
        watch.down?.();
      },
    };
    this.#link = new Link({
      wire: watched(wire, own),
      timers: {
        now: () => performance.now(),
        after(ms, run) {
          const timer = setTimeout(run, ms);
          return () => {
            clearTimeout(timer);
          };
        },
      },
      // Nothing outlives these pages.
      drawer: { read: () => [], write: () => undefined },
      newId: commandId,
      meeting,
      audience,
    });
    this.#link.listen({
      changed: () => {
        this.onchange();
        for (const wake of this.#waiting.splice(0)) wake();
      },
    });
    this.#link.open();
  }

  /** Null until the first join was answered. */
  get known(): Views[A] | null {
    return this.#link.replica.view;
  }

  get view(): Views[A] {
    if (this.known === null) throw new Error('this page has not joined');
    return this.known;
  }

  /** The log position that the page shows; 0 before it shows anything. */
  get version(): number {
    return this.known?.version ?? 0;
  }

  /** What the page says of its line. */
  get says(): LinkState['is'] {
    return this.#link.state.is;
  }

  /** Resolves when the command has its final answer, over however many lost lines. */
  send(command: CommandInput): Promise<Answer> {
    return this.#link.send(command);
  }

  /** Sends a command that must be carried out. @throws Error with the refusal */
  async must(command: CommandInput): Promise<Extract<Answer, { ok: true }>> {
    const answer = await this.send(command);
    if (!answer.ok) throw new Error(`${command.do}: ${answer.refusal.code}: ${answer.refusal.en}`);
    return answer;
  }

  /** Resolves when the condition holds, looked at after each change. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  async reach(version: number): Promise<void> {
    await this.until(() => this.version >= version);
  }

  /** As a phone that is taken out of the pocket: where there is no line it tries at once. */
  wake(): void {
    if (!this.#lineUp) this.#link.wake();
  }

  close(): void {
    this.#link.close();
  }
}

function watched(wire: Wire, watch: LineWatch): Wire {
  return {
    ...wire,
    open(events) {
      wire.open({
        ...events,
        up() {
          watch.up?.();
          events.up();
        },
        down() {
          watch.down?.();
          events.down();
        },
      });
    },
    join(message, answer) {
      wire.join(message, (joined) => {
        answer(joined);
        if (joined.ok) watch.joined?.();
      });
    },
    command(message, answer) {
      wire.command(message, answer);
      watch.sent?.();
    },
  };
}
