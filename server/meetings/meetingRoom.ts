import { boxToOpen } from '../../shared/meeting/boxToOpen.ts';
import type { Command } from '../../shared/meeting/commands.ts';
import type { Actor } from '../../shared/meeting/context.ts';
import { decide } from '../../shared/meeting/decide.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { PersonId } from '../../shared/meeting/person.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Profile } from '../../shared/minutes/profile/schema.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { MeetingLog } from '../log/meetingLog.ts';
import type { Nodes } from '../log/nodes.ts';
import type { Surroundings } from '../surroundings.ts';
import { newToken } from '../surroundings.ts';
import { Fanout } from './fanout.ts';
import { eventsBetweenSnapshots, saveState } from './loadState.ts';
import { MeetingActor } from './meetingActor.ts';
import { liveClock, rehearsalClock } from './meetingClock.ts';
import { meetingTurn } from './meetingTurn.ts';
import type { MinutesStream } from './minutesStream.ts';
import { isAway, linkOf, Presence } from './presence.ts';
import { RecentEvents } from './recentEvents.ts';
import type { RecentEvent } from './recentEvents.ts';
import { unavailable } from './refusals.ts';
import { leaderOf } from './rights.ts';
import { RoomMinutes } from './roomMinutes.ts';
import type { Viewer } from './viewer.ts';
import type { Wire } from './wire.ts';

/** What is counted about meetings, for /metrics and the log of operation. */
export interface MeetingGauges {
  counted(verb: string, result: string): void;
  appendTook(ms: number): void;
  broadcastTook(ms: number): void;
  trouble(error: unknown): void;
}

export interface RoomParts {
  readonly log: MeetingLog;
  /** Null: this process alone appends to the log. */
  readonly nodes: Nodes | null;
  readonly wire: Wire;
  readonly viewer: Viewer;
  readonly surroundings: Surroundings;
  readonly gauges: MeetingGauges;
  /** Where to scan to watch this meeting; null while there is no such link. */
  readonly joinUrl: (meeting: string) => string | null;
  /** Told of everything that was recorded, after it went to the log. */
  readonly recorded: (state: MeetingState, events: readonly MeetingEvent[]) => void;
  /** A body's profile by its id; the plain one for an id that is not known here. */
  readonly profile: (id: string) => Profile;
}

/** One meeting that is open in this process: its rules at work, who is connected, and what they are sent. */
export class MeetingRoom {
  readonly id: string;
  readonly rehearsal: boolean;
  readonly presence: Presence;
  readonly fanout: Fanout;
  readonly #actor: MeetingActor;
  readonly #parts: RoomParts;
  readonly #watchers = new Set<(state: MeetingState, events: readonly MeetingEvent[]) => void>();
  readonly #rightsWatchers = new Set<() => void>();
  #leader: PersonId | null;
  #roster: MeetingState['roster'];
  #snapshotAt: number;
  #stopped: Refusal | null = null;
  readonly #recent = new RecentEvents();
  readonly #minutes: RoomMinutes;

  constructor(state: MeetingState, parts: RoomParts) {
    const { surroundings, gauges } = parts;
    this.id = state.id;
    this.rehearsal = state.rehearsal;
    this.#parts = parts;
    this.#snapshotAt = state.version;
    this.#leader = leaderOf(state);
    this.#roster = state.roster;
    this.#minutes = new RoomMinutes(parts.log, state.id, () => this.state.version);
    const clock = state.rehearsal ? rehearsalClock(state.at) : liveClock(surroundings.clock, state.at);
    this.presence = new Presence({
      timers: surroundings.timers,
      meeting: state.id,
      nodes: state.rehearsal ? null : parts.nodes,
      state: () => this.state,
      rehearsal: state.rehearsal,
      lost: (who) => {
        this.#link({ do: 'loseConnection', who }, (state) => linkOf(state, who) === 'up');
      },
      back: (who) => {
        this.#link({ do: 'restoreConnection', who }, (state) => isAway(state, who));
      },
      changed: () => {
        if (this.#stopped === null) this.fanout.changed(this.state);
      },
    });
    this.fanout = new Fanout(state, {
      wire: parts.wire,
      viewer: parts.viewer,
      surroundings,
      ambient: () => ({
        ...this.presence.ambient,
        joinUrl: parts.joinUrl(state.id),
        profile: parts.profile(this.state.profile),
      }),
      clock: state.rehearsal ? () => clock.now() : null,
      epoch: newToken(surroundings.random),
      measured: (ms) => {
        gauges.broadcastTook(ms);
      },
      trouble: (error) => {
        gauges.trouble(error);
      },
    });
    this.#actor = new MeetingActor(state, {
      log: parts.log,
      clock,
      ticks: () => surroundings.clock.ticks(),
      timers: surroundings.timers,
      turn: parts.nodes === null ? null : meetingTurn(parts.nodes, surroundings.timers, state.id),
      changed: (now, events) => {
        this.#changed(now, events);
      },
      counted: (verb, result) => {
        gauges.counted(verb, result);
      },
      measured: (ms) => {
        gauges.appendTook(ms);
      },
      trouble: (error) => {
        gauges.trouble(error);
      },
    });
  }

  /** The meeting as it is durable. */
  get state(): MeetingState {
    return this.#actor.state;
  }

  /** The meeting's clock, epoch ms. */
  now(): number {
    return this.#actor.now();
  }

  /** `at`: the rehearsal's clock, for its player; null otherwise. The answer comes when the outcome is durable. */
  async command(id: string, command: Command, actor: Actor, at: number | null = null): Promise<Answer> {
    return new Promise((answered) => {
      this.#actor.submit({
        commandId: id,
        verb: command.do,
        internal: false,
        actor,
        at,
        box: (state) => boxToOpen(state, command),
        decide: (state, context) => decide(state, command, context),
        answered,
      });
    });
  }

  /** Takes over what other processes appended, as far as the log has it by now. Rejects with a LogError. */
  async readOn(): Promise<void> {
    await this.#actor.readOn();
  }

  /** Rehearsal only: the clock moves to `to`, never back; what fell due by then is recorded first. */
  async advance(to: number): Promise<void> {
    await this.#actor.advance(to);
    this.fanout.changed(this.state);
  }

  /** The minutes as far as the meeting is; they grow with it from then on. */
  async minutes(): Promise<MinutesStream> {
    return this.#minutes.open();
  }

  /** Told of every change after it went to the log; returns how to stop. */
  watch(watcher: (state: MeetingState, events: readonly MeetingEvent[]) => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** Told when what people may see and do may have changed: somebody else presides, or the roster is another. */
  watchRights(watcher: () => void): () => void {
    this.#rightsWatchers.add(watcher);
    return () => void this.#rightsWatchers.delete(watcher);
  }

  /** Why it takes nothing any more: the store was replaced, or the meeting was taken out of it. */
  get stopped(): Refusal | null {
    return this.#stopped;
  }

  /** Read-only from now on: the state stays as this process knew it, whatever the store holds. */
  stop(refusal: Refusal): void {
    this.#stopped = refusal;
    this.#actor.stop(refusal);
  }

  /** What this process saw of the record after log position `version`, as far back as it remembers. */
  since(version: number): readonly RecentEvent[] {
    return this.#recent.since(version);
  }

  async close(): Promise<void> {
    await this.presence.close();
    await this.#actor.close();
    if (this.#parts.nodes?.isWanted(this.id) === false)
      await this.#parts.nodes.giveTurn(this.id).catch(() => undefined);
  }

  #changed(state: MeetingState, events: readonly MeetingEvent[]): void {
    if (this.#parts.nodes !== null) this.#recent.note(state.version, events);
    for (const event of events) {
      // What the desk enters of somebody's link stands, whatever sockets there are.
      if (event.by !== 'system') continue;
      if (event.type === 'ConnectionLost') this.presence.recorded(event.who, 'lost');
      else if (event.type === 'ConnectionRestored') this.presence.recorded(event.who, 'up');
    }
    this.fanout.minutesChanged(this.#minutes.grow(state.version, events));
    this.fanout.changed(state, events);
    for (const watcher of this.#watchers) watcher(state, events);
    this.#checkRights(state);
    this.#parts.recorded(state, events);
    if (state.version - this.#snapshotAt >= eventsBetweenSnapshots) {
      this.#snapshotAt = state.version;
      saveState(this.#parts.log, state).catch((error: unknown) => {
        this.#parts.gauges.trouble(error);
      });
    }
  }

  #checkRights(state: MeetingState): void {
    const leader = leaderOf(state);
    if (leader === this.#leader && state.roster === this.#roster) return;
    this.#leader = leader;
    this.#roster = state.roster;
    for (const watcher of [...this.#rightsWatchers]) watcher();
  }

  /**
   * The server noticed that a link went or came back; whether that still matters is looked at when it is decided. What
   * cannot be recorded now, as the store is away, is looked at again.
   */
  #link(
    command: Command<'loseConnection' | 'restoreConnection'>,
    matters: (state: MeetingState) => boolean,
  ): void {
    const who: PersonId = command.who;
    this.#actor.submit({
      commandId: `link-${newToken(this.#parts.surroundings.random)}`,
      verb: command.do,
      internal: true,
      actor: { kind: 'system' },
      at: null,
      decide: (state, context) => (matters(state) ? decide(state, command, context) : { events: [] }),
      answered: (answer) => {
        if (!answer.ok && answer.refusal.code === unavailable.code) this.presence.lookAgain(who);
      },
    });
  }
}
