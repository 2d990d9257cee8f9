import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Answer, Joined, MinutesPatch, ServerToClient } from '../../shared/protocol/messages.ts';
import type { Sentence } from '../../shared/protocol/language.ts';
import { protocolVersion } from '../../shared/protocol/messages.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { Drawer } from './drawer.ts';
import type { LinkState } from './linkState.ts';
import type { Waiting } from './outbox.ts';
import { lineEnded, passes } from './refusals.ts';
import { emptyReplica, joined, patched } from './replica.ts';
import type { Followed, Replica } from './replica.ts';
import { refused, Sender } from './sender.ts';
import { ServerClock } from './serverClock.ts';
import type { Timers, Wire } from './wire.ts';

/** A line that is back within this many ms was never seen to be away. */
const blip = 1500;
/** A join or a command without an answer for this long: the line only looks alive. */
const patience = 8000;
/** The same right after a phone wakes up, where a dead line is likely. */
const patienceAwake = 2500;
const tryAgainAfter = 1000;
const frozenTryAgainAfter = 3000;

export interface LinkParts<A extends Audience> {
  readonly wire: Wire;
  readonly timers: Timers;
  readonly drawer: Drawer;
  readonly newId: () => string;
  readonly meeting: string;
  readonly audience: A;
  readonly as?: string | undefined;
}

export interface LinkListener {
  /** The view, the personal part, the state or what is waiting has changed. */
  changed(): void;
  /** A command got its final answer. */
  answered?(waiting: Waiting, answer: Answer): void;
  minutes?(patch: MinutesPatch): void;
}

/**
 * One page's part in one meeting: joins, follows the view, and sends commands. It knows neither sockets nor the page;
 * a simulation runs it over a simulated line.
 */
export class Link<A extends Audience> {
  readonly clock: ServerClock;
  readonly #parts: LinkParts<A>;
  readonly #sender: Sender;
  readonly #listeners = new Set<LinkListener>();
  #replica: Replica<A> = emptyReplica;
  #state: LinkState = { is: 'connecting' };
  #rehearsal = false;
  #hindrance: Refusal | null = null;
  #lineUp = false;
  /** Joined on this line, with no other join underway. */
  #live = false;
  /** The server cannot write just now. */
  #storeWaits = false;
  #joins = 0;
  #minutesFrom: number | null = null;
  #cancelPatience = nothing;
  #cancelBlip: (() => void) | null = null;
  #cancelRetry = nothing;

  constructor(parts: LinkParts<A>) {
    this.#parts = parts;
    const { wire, timers, drawer, newId } = parts;
    this.clock = new ServerClock(() => timers.now());
    this.#sender = new Sender({
      wire,
      timers,
      drawer,
      newId,
      clock: this.clock,
      patience,
      answered: (waiting, answer) => {
        this.#hindrance = null;
        for (const listener of this.#listeners) listener.answered?.(waiting, answer);
        this.#changed();
      },
      hindered: (refusal) => {
        this.#hindrance = refusal;
        if (this.#live) this.#joinAfter(tryAgainAfter);
        this.#changed();
      },
    });
  }

  get replica(): Replica<A> {
    return this.#replica;
  }

  get state(): LinkState {
    return this.#state;
  }

  get rehearsal(): boolean {
    return this.#rehearsal;
  }

  /** What was pressed and has no answer yet, in the order of pressing. */
  get waiting(): readonly Waiting[] {
    return this.#sender.waiting;
  }

  /** Why the server could not take what is waiting, where it said so; the page goes on trying. */
  get hindrance(): Refusal | null {
    return this.#hindrance;
  }

  listen(listener: LinkListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  open(): void {
    this.#parts.wire.open({
      up: () => {
        this.#lineUp = true;
        this.#storeWaits = false;
        this.#join();
      },
      down: () => {
        this.#down();
      },
      refused: (refusal) => {
        this.#end(refusal.code === 'server/link-revoked' ? 'revoked' : 'refused', refusal);
      },
      patch: (step) => {
        this.#follow(patched(this.#replica, step));
      },
      me: (me) => {
        this.#replica = { ...this.#replica, me };
        this.#changed();
      },
      minutes: (patch) => {
        this.#minutes(patch);
      },
      clock: ({ now }) => {
        this.clock.set(now);
        this.#changed();
      },
      store: ({ waiting }) => {
        this.#storeWaits = waiting;
        if (this.#live) this.#state = this.#liveState;
        this.#changed();
      },
      rejoin: (message) => {
        this.#toldToRejoin(message);
      },
    });
  }

  close(): void {
    this.#end('refused', lineEnded);
  }

  /**
   * Sends a command, now or as soon as there is a line. The answer comes once, whatever happens between: the command
   * keeps its id, and the server gives a resent one its first answer.
   */
  send(command: CommandInput): Promise<Answer> {
    if (this.#hasEnded) return Promise.resolve(refused('', lineEnded));
    const answer = this.#sender.add(command);
    if (this.#live) this.#sender.flush();
    this.#changed();
    return answer;
  }

  /** Follows the minutes; listeners get what there is and then what comes, also across lost lines. */
  followMinutes(): void {
    if (this.#minutesFrom !== null) return;
    this.#minutesFrom = 0;
    if (this.#live) this.#askMinutes();
  }

  /** The page was away (a phone asleep, another app) or the network changed: looks at once whether the line lives. */
  wake(): void {
    if (this.#hasEnded) return;
    if (!this.#lineUp) this.#parts.wire.reopen();
    else if (this.#live) this.#join({ patience: patienceAwake });
  }

  get #hasEnded(): boolean {
    const { is } = this.#state;
    return is === 'revoked' || is === 'reload' || is === 'refused';
  }

  get #liveState(): LinkState {
    return { is: this.#storeWaits ? 'waiting' : 'connected' };
  }

  #join({ whole = false, patience: wait = patience } = {}): void {
    const { wire, timers, meeting, audience, as } = this.#parts;
    const asked = ++this.#joins;
    const sent = timers.now();
    const { at, view } = this.#replica;
    this.#live = false;
    this.#cancelRetry();
    this.#cancelPatience();
    this.#cancelPatience = timers.after(wait, () => {
      wire.reopen();
    });
    wire.join(
      {
        ...{ protocol: protocolVersion, meeting, audience, as },
        have: whole || at === null ? undefined : at,
        seen: view?.version,
      },
      (answer) => {
        if (asked !== this.#joins) return;
        this.#cancelPatience();
        if (answer.ok) this.#joined(answer, sent);
        else this.#notJoined(answer.refusal);
      },
    );
  }

  #joined(answer: Extract<Joined, { ok: true }>, sent: number): void {
    this.#rehearsal = answer.rehearsal;
    if (answer.rehearsal) this.clock.set(answer.now);
    else this.clock.learn(sent, this.#parts.timers.now(), answer.now);
    const known = joined(this.#replica, answer);
    if (typeof known === 'string') {
      this.#join({ whole: true });
      return;
    }
    this.#replica = known;
    this.#live = true;
    this.#cancelBlip?.();
    this.#cancelBlip = null;
    this.#state = this.#liveState;
    this.#sender.belongTo(known.me?.person ?? `(${this.#parts.audience})`);
    this.#sender.flush();
    if (this.#minutesFrom !== null) this.#askMinutes();
    this.#changed();
  }

  #notJoined(refusal: Refusal): void {
    if (refusal.code === 'server/reload') this.#end('reload', refusal);
    else if (refusal.code === 'server/link-revoked') this.#end('revoked', refusal);
    else if (refusal.code === 'server/frozen') this.#freeze(refusal);
    else if (passes(refusal)) this.#joinAfter(tryAgainAfter);
    else this.#end('refused', refusal);
  }

  #follow(known: Followed<A>): void {
    if (typeof known !== 'string') {
      this.#replica = known;
      this.#changed();
    } else if (this.#live) this.#join({ whole: known === 'misfit' });
    // While a join is underway its answer brings what is missing.
  }

  #toldToRejoin({ reason, ja, en }: Parameters<ServerToClient['rejoin']>[0]): void {
    if (reason === 'audience') this.#join({ whole: true });
    else if (reason === 'frozen') this.#freeze({ ja, en });
    else this.#end(reason, { ja, en });
  }

  #freeze({ ja, en }: Sentence): void {
    this.#state = { is: 'frozen', ja, en };
    this.#joinAfter(frozenTryAgainAfter);
    this.#changed();
  }

  #joinAfter(ms: number): void {
    this.#live = false;
    this.#cancelRetry();
    this.#cancelRetry = this.#parts.timers.after(ms, () => {
      if (this.#lineUp) this.#join();
    });
  }

  #down(): void {
    this.#lineUp = false;
    this.#live = false;
    this.#joins++;
    this.#cancelPatience();
    this.#cancelRetry();
    this.#sender.lineLost();
    if (this.#hasEnded) return;
    this.#cancelBlip ??= this.#parts.timers.after(blip, () => {
      this.#state = { is: 'reconnecting' };
      this.#changed();
    });
  }

  #end(is: 'revoked' | 'reload' | 'refused', { ja, en }: Sentence): void {
    if (this.#hasEnded) return;
    this.#down();
    this.#cancelBlip?.();
    this.#state = { is, ja, en };
    this.#parts.wire.close();
    this.#sender.end();
    this.#changed();
  }

  #askMinutes(): void {
    // An answer is taken though the page has joined again meanwhile: what comes after it builds on it.
    this.#parts.wire.minutes(this.#minutesFrom ?? 0, (patch) => {
      if (!('refusal' in patch)) this.#minutes(patch);
      else if (passes(patch.refusal)) this.#askMinutesAgain();
    });
  }

  /** The server could not read them just now. */
  #askMinutesAgain(): void {
    const asked = this.#joins;
    this.#parts.timers.after(tryAgainAfter, () => {
      // Whoever has joined again meanwhile has asked again.
      if (asked === this.#joins) this.#askMinutes();
    });
  }

  #minutes(patch: MinutesPatch): void {
    this.#minutesFrom = Math.max(this.#minutesFrom ?? 0, patch.to);
    for (const listener of this.#listeners) listener.minutes?.(patch);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener.changed();
  }
}

function nothing(): void {
  // there was nothing to cancel
}
