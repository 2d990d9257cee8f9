import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { PersonId } from '../../shared/meeting/person.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { MinutesBlock } from '../../shared/minutes/block.ts';
import type { Offset } from '../../shared/protocol/messages.ts';
import type { Ambient } from '../../shared/views/ambient.ts';
import { diff } from '../../shared/views/diff.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { MeView } from '../../shared/views/types/meView.ts';
import type { Surroundings } from '../surroundings.ts';
import { AudienceStream } from './audienceStream.ts';
import type { Missing } from './audienceStream.ts';
import { blocksFor } from './minutesStream.ts';
import type { MinutesReaders } from './minutesStream.ts';
import type { Viewer } from './viewer.ts';
import { rooms } from './wire.ts';
import type { Wire } from './wire.ts';

/** Who hears first: the chair and the desk act on what they see. */
const order: readonly Audience[] = ['chair', 'desk', 'screen', 'member', 'observer'];
/** After a broadcast the line is busy for this many ms, or for three times what the broadcast cost. */
const shortestWindow = 50;
/** Personal parts sent in one go; more than this would hold up everything else. */
const meSlice = 100;

export interface FanoutParts {
  readonly wire: Wire;
  readonly viewer: Viewer;
  readonly surroundings: Surroundings;
  readonly ambient: () => Ambient;
  /** The meeting's clock, where screens must be told of it (a rehearsal's); null: it goes by itself. */
  readonly clock: (() => number) | null;
  /** Changes with every server process. */
  readonly epoch: string;
  /** How long a broadcast took, in ms. */
  readonly measured: (ms: number) => void;
  /** A bug in a view. The record is right all the same, and the screens keep what they have. */
  readonly trouble: (error: unknown) => void;
}

interface MinutesFollower {
  readonly readers: MinutesReaders;
  readonly told: (blocks: readonly MinutesBlock[]) => void;
}

/**
 * Sends a meeting's changes to its screens. A change goes out at once while the line is quiet; while it is busy,
 * changes gather. Only audiences that somebody listens to are looked at, each change is encoded once for an audience,
 * and a person's own part goes to that person alone, when it has changed.
 */
export class Fanout {
  readonly #parts: FanoutParts;
  readonly #streams = new Map<Audience, AudienceStream>();
  readonly #listeners = new Map<Audience, number>();
  /** The personal parts of people who are connected, as last sent. */
  readonly #mine = new Map<PersonId, { connections: number; me: MeView | null }>();
  readonly #touched = new Set<PersonId>();
  #state: MeetingState;
  #clockSent: number | null = null;
  #scheduled = false;
  #sendingMine = false;
  #quietAt = -Infinity;
  readonly #minutes = new Map<string, MinutesBlock>();
  readonly #readers = new Map<MinutesReaders, number>();
  readonly #followers = new Set<MinutesFollower>();

  constructor(state: MeetingState, parts: FanoutParts) {
    this.#state = state;
    this.#parts = parts;
  }

  /** Changes with every server process. */
  get epoch(): string {
    return this.#parts.epoch;
  }

  /** To be called when the state, with what happened, or only what surrounds it has changed. */
  changed(state: MeetingState, events: readonly MeetingEvent[] = []): void {
    const before = this.#state;
    this.#state = state;
    const touched = events.length === 0 ? [] : this.#parts.viewer.personsTouched(events, before, state);
    for (const person of touched === 'all' ? this.#mine.keys() : touched) this.#touched.add(person);
    this.#schedule();
  }

  /** To be called with the minutes' blocks that are new or were replaced. */
  minutesChanged(blocks: readonly MinutesBlock[]): void {
    for (const block of blocks) this.#minutes.set(block.id, block);
  }

  /** Somebody begins or stops to read the minutes as they grow. */
  readersChanged(readers: MinutesReaders, change: 1 | -1): void {
    this.#readers.set(readers, (this.#readers.get(readers) ?? 0) + change);
  }

  /** Tells of the minutes as they grow without a socket; returns how to stop. */
  followMinutes(readers: MinutesReaders, told: (blocks: readonly MinutesBlock[]) => void): () => void {
    const follower = { readers, told };
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** A screen begins to listen: where it is in the stream, and what it lacks. `seen`: the log position that it shows. */
  enter(
    audience: Audience,
    have: Offset | undefined,
    seen = 0,
  ): { readonly at: Offset; readonly missing: Missing } {
    const listening = this.#listeners.get(audience) ?? 0;
    this.#listeners.set(audience, listening + 1);
    const stream = this.#streamOf(audience);
    // Nobody listened, so nobody looked. Where others listen, what is due to them comes to this one as well, unless it
    // has seen that already on another node.
    if (listening === 0 || stream.version < Math.max(1, seen)) this.#step(audience);
    return { at: stream.at, missing: stream.missing(have) };
  }

  leave(audience: Audience): void {
    this.#listeners.set(audience, (this.#listeners.get(audience) ?? 1) - 1);
  }

  /** A person's device begins to listen; returns the personal part as it is now. */
  enterPerson(person: PersonId): MeView | null {
    const me = this.#parts.viewer.meFor(this.#state, person, this.#parts.ambient());
    const mine = this.#mine.get(person);
    this.#mine.set(person, { connections: (mine?.connections ?? 0) + 1, me: mine?.me ?? me });
    return me;
  }

  leavePerson(person: PersonId): void {
    const mine = this.#mine.get(person);
    if (mine === undefined) return;
    mine.connections -= 1;
    if (mine.connections === 0) this.#mine.delete(person);
  }

  #streamOf(audience: Audience): AudienceStream {
    const known = this.#streams.get(audience);
    if (known !== undefined) return known;
    const stream = new AudienceStream(this.#parts.epoch);
    this.#streams.set(audience, stream);
    return stream;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const { clock, timers } = this.#parts.surroundings;
    const flush = () => {
      this.#flush();
    };
    const wait = this.#quietAt - clock.ticks();
    if (wait <= 0) timers.soon(flush);
    else timers.after(wait, flush);
  }

  #flush(): void {
    this.#scheduled = false;
    const { ticks } = this.#parts.surroundings.clock;
    const begun = ticks();
    for (const audience of order)
      if ((this.#listeners.get(audience) ?? 0) > 0)
        this.#contained(() => {
          this.#step(audience);
        });
    this.#contained(() => {
      this.#sendMinutes();
    });
    this.#tellClock();
    this.#startSendingMine();
    const cost = ticks() - begun;
    this.#quietAt = ticks() + Math.max(shortestWindow, 3 * cost);
    this.#parts.measured(cost);
  }

  #contained(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#parts.trouble(error);
    }
  }

  #step(audience: Audience): void {
    const { viewer, wire } = this.#parts;
    const patch = this.#streamOf(audience).step(viewer.viewFor(audience, this.#state, this.#parts.ambient()));
    if (patch !== null) wire.toRoom(rooms.audience(this.#state.id, audience), 'patch', patch);
  }

  #sendMinutes(): void {
    const blocks = [...this.#minutes.values()].sort((a, b) => a.order - b.order);
    this.#minutes.clear();
    if (blocks.length === 0) return;
    for (const { readers, told } of [...this.#followers]) told(blocksFor(readers, blocks));
    const { epoch, wire } = this.#parts;
    for (const readers of ['desk', 'all'] as const) {
      if ((this.#readers.get(readers) ?? 0) === 0) continue;
      const patch = { epoch, to: this.#state.version, blocks: blocksFor(readers, blocks) };
      wire.toRoom(rooms.minutes(this.#state.id, readers), 'minutes', patch);
    }
  }

  #tellClock(): void {
    const now = this.#parts.clock?.();
    if (now === undefined || now === this.#clockSent) return;
    this.#clockSent = now;
    this.#parts.wire.toRoom(rooms.clock(this.#state.id), 'clock', { now });
  }

  #startSendingMine(): void {
    if (this.#sendingMine || this.#touched.size === 0) return;
    this.#sendingMine = true;
    this.#sendMine();
  }

  #sendMine(): void {
    const { viewer, wire, surroundings } = this.#parts;
    const ambient = this.#parts.ambient();
    let sent = 0;
    for (const person of this.#touched) {
      if (sent === meSlice) break;
      this.#touched.delete(person);
      const mine = this.#mine.get(person);
      if (mine === undefined) continue;
      this.#contained(() => {
        const me = viewer.meFor(this.#state, person, ambient);
        if (me === null || (mine.me !== null && diff(mine.me, me).length === 0)) return;
        mine.me = me;
        sent += 1;
        wire.toRoom(rooms.person(this.#state.id, person), 'me', me);
      });
    }
    this.#sendingMine = this.#touched.size > 0;
    if (this.#sendingMine) {
      surroundings.timers.soon(() => {
        this.#sendMine();
      });
    }
  }
}
