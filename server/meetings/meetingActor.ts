import { actorName } from '../../shared/meeting/context.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { evolve } from '../../shared/meeting/evolve.ts';
import { dueAt } from '../../shared/meeting/passTime.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { isLogError } from '../log/errors.ts';
import type { AppendResult, MeetingLog, StoredAnswer } from '../log/meetingLog.ts';
import type { Cancel, Clock, Timers } from '../surroundings.ts';
import { decideTask } from './decideTask.ts';
import type { Decided } from './decideTask.ts';
import type { MeetingClock } from './meetingClock.ts';
import type { MeetingTurn } from './meetingTurn.ts';
import { closing, failed, frozen, idReused, unavailable } from './refusals.ts';
import type { KeptAnswer, Task } from './task.ts';
import { timeTask } from './timeTask.ts';

export interface ActorParts {
  readonly log: MeetingLog;
  readonly clock: MeetingClock;
  readonly ticks: Clock['ticks'];
  readonly timers: Timers;
  /** Null: this process alone appends to the meeting. */
  readonly turn: MeetingTurn | null;
  /** Told after the answers went out: the state as it is durable now, and what happened since the last time. */
  readonly changed: (state: MeetingState, events: readonly MeetingEvent[]) => void;
  /** What became of a command: `ok`, a refusal's code, `resent` or `failed`. */
  readonly counted: (verb: string, result: string) => void;
  /** How long a round of appends took until all of it was durable, in ms. */
  readonly measured: (ms: number) => void;
  /** A bug, or a store that fails. */
  readonly trouble: (error: unknown) => void;
}

type Outcome = AppendResult | { readonly status: 'failed'; readonly error: unknown };
type Sent = Decided & { readonly outcome: Promise<Outcome> };

/** The most commands that share a round; more would keep everybody waiting for the last. */
const largestRound = 256;
/** For so many ms of a round what is durable already may stay unshown, so that as much as possible is shown at once. */
const longestUnshown = 250;
/** After a reading that failed the log is read again in so many ms: nobody may press anything for a while. */
const readAgainAfter = 1000;
/** The longest wait (ms) between two looks at what falls due, so that a clock that was set is noticed. */
const longestWait = 20_000;

/**
 * Decides a meeting's commands one at a time, in the order in which they came, and lets nobody hear of what is not
 * durable.
 *
 * Commands that come while the log writes wait for the next round; those of one round are decided on each other's
 * outcome and share one write. Where the log does not take one of them as it was decided, the state goes back to
 * what is durable, and the others are decided again. A resend is found out by the log as well: it looks at a command's
 * id before anything else. Where other processes append too, they take turns, a round or more each; what came of the
 * others' turn is read before anything is decided.
 */
export class MeetingActor {
  readonly #parts: ActorParts;
  readonly #unfollow: () => void;
  #state: MeetingState;
  #queue: Task[] = [];
  #working = false;
  #closed = false;
  /** Why nothing is taken any more, or for now; the log is not even asked. */
  #stopped: Refusal | null = null;
  /** The log may hold more than the state. */
  #behind = false;
  /** Why the log could not be asked the last time. */
  #failure: Error | null = null;
  #heard: number;
  #alarm: Cancel = () => undefined;
  /** The version at the last look at the time: twice the same means that nothing came of it. */
  #looked = -1;
  #waiting: (() => void)[] = [];

  constructor(state: MeetingState, parts: ActorParts) {
    this.#state = state;
    this.#heard = state.version;
    this.#parts = parts;
    this.#unfollow = parts.log.follow(state.id, (records) => {
      this.#heard = Math.max(this.#heard, records.at(-1)?.seq ?? 0);
      if (this.#heard > this.#state.version) this.#wake();
    });
    this.#setAlarm();
  }

  /** The state as it is durable. */
  get state(): MeetingState {
    return this.#state;
  }

  now(): number {
    return this.#parts.clock.now();
  }

  submit(task: Task): void {
    if (this.#closed || this.#stopped !== null) {
      this.#refuse(task, this.#stopped ?? closing);
      return;
    }
    this.#queue.push(task);
    this.#wake();
  }

  /**
   * From now on everything is refused, and the state stays as it is: the log is another one now. What is under way is
   * still answered as the log judges it.
   */
  stop(refusal: Refusal): void {
    this.#stopped = refusal;
    this.#alarm();
  }

  /** Moves a rehearsal's clock on, and lets pass what is due by now; resolves when that is durable. */
  async advance(to: number): Promise<void> {
    this.#parts.clock.reach(to);
    await new Promise<void>((done) => {
      this.#look(done);
    });
  }

  /** Reads what the log has beyond the state, and waits for it. Rejects with the log's error. */
  async readOn(): Promise<void> {
    this.#behind = true;
    this.#failure = null;
    this.#wake();
    await this.settled();
    const failure = this.#lastFailure;
    if (failure !== null) throw failure;
  }

  /** Resolves when all that was submitted is answered. */
  async settled(): Promise<void> {
    while (this.#working) await new Promise<void>((done) => this.#waiting.push(done));
  }

  /** Answers what was submitted, then lets go. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
    this.#alarm();
    this.#unfollow();
  }

  #wake(): void {
    if (this.#working) return;
    this.#working = true;
    void this.#work();
  }

  async #work(): Promise<void> {
    const { turn } = this.#parts;
    try {
      while (this.#hasWork) {
        if (turn !== null && this.#queue.length > 0) {
          // Whose turn it is not may still show what the others write.
          const meanwhile = async () => {
            if (this.#stopped === null && this.#hasNews) await this.#catchUp();
          };
          if ((await turn.take(meanwhile)) === 'got') this.#behind = true;
        }
        if (this.#hasNews) await this.#catchUp();
        if (this.#stopped !== null) break;
        await this.#round(this.#queue.splice(0, largestRound));
        if (turn !== null) await turn.giveWhenWanted();
      }
    } catch (error) {
      // The log does not answer. Whoever waits is told, and it is read again before anything is decided.
      this.#behind = true;
      this.#heard = this.#state.version;
      this.#failure = error instanceof Error ? error : new Error('the log failed', { cause: error });
      this.#parts.trouble(error);
      for (const task of this.#queue.splice(0)) this.#refuse(task, refusalFor(error));
    }
    if (this.#stopped !== null) for (const task of this.#queue.splice(0)) this.#refuse(task, this.#stopped);
    this.#working = false;
    this.#setAlarm();
    for (const done of this.#waiting.splice(0)) done();
  }

  /** As it is after waiting: read directly, TypeScript takes it for what was assigned before. */
  get #lastFailure(): Error | null {
    return this.#failure;
  }

  get #hasWork(): boolean {
    if (this.#stopped !== null) return false;
    return this.#queue.length > 0 || this.#hasNews;
  }

  /** The log has, or may have, more than the state. */
  get #hasNews(): boolean {
    return this.#behind || this.#heard > this.#state.version;
  }

  /** Reads what the log has beyond the state: another process appended, or it is not known what was written. */
  async #catchUp(): Promise<void> {
    const heard = this.#heard;
    const records = await this.#parts.log.read(this.#state.id, this.#state.version);
    this.#behind = false;
    if (this.#stopped !== null) return;
    const events = records.map((record) => record.event as MeetingEvent);
    this.#become(events.reduce(evolve, this.#state), events);
    // News may overtake what was read: of those that came meanwhile the answer need not know.
    if (this.#heard === heard) this.#heard = this.#state.version;
  }

  async #round(tasks: readonly Task[]): Promise<void> {
    const begun = this.#parts.ticks();
    const sent: Sent[] = [];
    try {
      await this.#send(tasks, sent);
    } finally {
      if (sent.length > 0) await this.#settle(sent);
    }
    if (sent.length > 0) this.#parts.measured(this.#parts.ticks() - begun);
  }

  /** Decides the tasks in order, each on the outcome of those before it, and hands them to the log. */
  async #send(tasks: readonly Task[], sent: Sent[]): Promise<void> {
    const { log, clock } = this.#parts;
    const ids = new Set<string>();
    let pending = this.#state;
    let follows = false;
    const putBack = (from: number) => this.#queue.unshift(...tasks.slice(from));
    const add = (decided: Decided): void => {
      sent.push({ ...decided, outcome: this.#append(decided, pending.version, follows) });
      follows ||= !isNothing(decided);
      pending = decided.after;
    };
    for (const [index, task] of tasks.entries()) {
      if (task.at !== null) clock.reach(task.at);
      for (;;) {
        const passing = timeTask(pending, clock.now());
        const decided = passing === null ? null : this.#decide(passing, pending, undefined);
        if (decided === null || decided.events.length === 0) break;
        add(decided);
      }
      const box = task.box?.(pending) ?? null;
      // A resend must find the first answer, and ballots must lie in the box before it is opened.
      if (ids.has(task.commandId) || (sent.length > 0 && box !== null)) {
        putBack(index);
        return;
      }
      ids.add(task.commandId);
      let opened: readonly string[] | undefined;
      try {
        opened = box === null ? undefined : await log.openBox(this.#boxName(box));
      } catch (error) {
        putBack(index);
        throw error;
      }
      const decided = this.#decide(task, pending, opened);
      if (decided !== null) add(decided);
    }
  }

  /** Null: a bug, which was told. */
  #decide(task: Task, pending: MeetingState, box: readonly string[] | undefined): Decided | null {
    try {
      return decideTask(task, pending, { at: this.#parts.clock.now(), box });
    } catch (error) {
      this.#parts.trouble(error);
      this.#refuse(task, failed);
      return null;
    }
  }

  #append(decided: Decided, expectedVersion: number, follows: boolean): Promise<Outcome> {
    const { task, answer, events, sealed } = decided;
    if (isNothing(decided))
      return Promise.resolve({ status: 'appended', version: expectedVersion, records: [] });
    const body: KeptAnswer = { by: actorName(task.actor), do: task.verb, answer };
    return this.#parts.log
      .append({
        meeting: this.#state.id,
        expectedVersion,
        commandId: task.commandId,
        events,
        answer: body,
        sealed: sealed === undefined ? undefined : { ...sealed, box: this.#boxName(sealed.box) },
        follows,
      })
      .catch((error: unknown) => ({ status: 'failed', error }));
  }

  /** The log's boxes are of all meetings. */
  #boxName(box: string): string {
    return `${this.#state.id}/${box}`;
  }

  /**
   * Waits for the log, answers in order, and takes over what is durable: at once at the end, and in pieces where a slow
   * store takes its time over a long round.
   */
  async #settle(sent: readonly Sent[]): Promise<void> {
    const events: MeetingEvent[] = [];
    const again: Task[] = [];
    let state = this.#state;
    let shown = this.#parts.ticks();
    for (const one of sent) {
      const outcome = await one.outcome;
      if (outcome.status === 'appended' && outcome.version === one.after.version && !this.#behind) {
        state = one.after;
        events.push(...one.events);
        this.#answer(one.task, one.answer);
      } else if (outcome.status === 'appended') {
        this.#behind = true;
        this.#answer(one.task, one.answer);
      } else if (outcome.status === 'duplicate') {
        this.#behind = true;
        this.#answerAgain(one.task, outcome.answer);
      } else if (outcome.status === 'conflict') {
        this.#behind = true;
        again.push(one.task);
      } else {
        this.#behind = true;
        this.#parts.trouble(outcome.error);
        this.#refuse(one.task, refusalFor(outcome.error));
      }
      if (events.length > 0 && this.#parts.ticks() - shown >= longestUnshown) {
        this.#become(state, events.splice(0));
        shown = this.#parts.ticks();
      }
    }
    // What time brings is looked for again by itself.
    this.#queue.unshift(...again.filter((task) => task.verb !== 'passTime'));
    this.#become(state, events);
  }

  #become(state: MeetingState, events: readonly MeetingEvent[]): void {
    this.#state = state;
    this.#parts.clock.reach(state.at);
    if (events.length > 0) this.#parts.changed(state, events);
  }

  #answer(task: Task, answer: Answer): void {
    this.#parts.counted(task.verb, answer.ok ? 'ok' : answer.refusal.code);
    task.answered(answer);
  }

  #answerAgain(task: Task, { body }: StoredAnswer): void {
    const kept = body as KeptAnswer;
    if (kept.by !== actorName(task.actor) || kept.do !== task.verb) {
      this.#refuse(task, idReused);
      return;
    }
    this.#parts.counted(task.verb, 'resent');
    task.answered(kept.answer);
  }

  /** A refusal of the server's own is not kept: the same command may be sent again. */
  #refuse(task: Task, refusal: Refusal): void {
    this.#answer(task, { ok: false, id: task.commandId, version: this.#state.version, refusal });
  }

  #look(done: () => void): void {
    this.submit({
      commandId: 'look',
      verb: 'look',
      internal: true,
      actor: { kind: 'system' },
      at: null,
      decide: () => ({ events: [] }),
      answered: done,
    });
  }

  #setAlarm(): void {
    this.#alarm();
    this.#alarm = () => undefined;
    if (this.#closed || this.#stopped !== null) return;
    if (this.#behind) {
      this.#alarm = this.#parts.timers.after(readAgainAfter, () => {
        this.#wake();
      });
      return;
    }
    const due = dueAt(this.#state);
    if (due === null) return;
    const rest = this.#looked === this.#state.version ? 1000 : 0;
    const wait = Math.min(Math.max(due - this.now(), rest), longestWait);
    this.#alarm = this.#parts.timers.after(wait, () => {
      this.#looked = this.#state.version;
      this.#look(() => undefined);
    });
  }
}

/** The server's own, of which nothing came: it is not kept. */
function isNothing({ task, events }: Decided): boolean {
  return task.internal && events.length === 0;
}

function refusalFor(error: unknown): Refusal {
  if (isLogError(error, 'log/replaced')) return frozen;
  return isLogError(error) ? unavailable : failed;
}
