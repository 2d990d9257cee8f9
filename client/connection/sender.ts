import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { Refusal } from '../../shared/meeting/refusal.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import type { Drawer, Kept } from './drawer.ts';
import { toKeep } from './drawer.ts';
import { add, markSent, mayWait, remove } from './outbox.ts';
import type { Waiting } from './outbox.ts';
import { lineEnded, passes, replaced, tooOld } from './refusals.ts';
import type { ServerClock } from './serverClock.ts';
import type { Timers, Wire } from './wire.ts';

/** What was pressed longer ago than this (ms) is not sent by a later page: it was meant for another moment. */
const longestKept = 60 * 60 * 1000;

export interface SenderParts {
  readonly wire: Wire;
  readonly timers: Timers;
  readonly drawer: Drawer;
  readonly newId: () => string;
  readonly clock: ServerClock;
  /** How long (ms) a command may be without an answer before its line counts as dead. */
  readonly patience: number;
  /** A command got its final answer. */
  readonly answered: (waiting: Waiting, answer: Answer) => void;
  /** The server could not judge a command just now: it stays here, to be sent again. */
  readonly hindered: (refusal: Refusal) => void;
}

/** Sees to it that every command gets exactly one answer, however often the line is lost. */
export class Sender {
  readonly #parts: SenderParts;
  readonly #promises = new Map<string, (answer: Answer) => void>();
  /** Commands handed to the line that is up now, with what cancels the wait for each answer. */
  readonly #underway = new Map<string, () => void>();
  #outbox: readonly Waiting[] = [];
  #kept: readonly Kept[];
  #owner: string | null = null;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#kept = parts.drawer.read();
  }

  get waiting(): readonly Waiting[] {
    return this.#outbox;
  }

  /** Takes a command in. The promise is kept once the command was sent and answered. */
  add(command: CommandInput): Promise<Answer> {
    const { newId, clock } = this.#parts;
    const message = { ...command, id: newId() };
    const { outbox, replaced: earlier, settled } = add(this.#outbox, message, clock.now());
    this.#outbox = outbox;
    for (const id of earlier) this.#resolve(refused(id, replaced));
    this.#keep();
    if (settled) return Promise.resolve({ ok: true, id: message.id, version: 0, at: clock.now() });
    return new Promise<Answer>((resolve) => this.#promises.set(message.id, resolve));
  }

  /** Sends what was not sent on this line yet. */
  flush(): void {
    const { wire, timers, patience } = this.#parts;
    for (const { message, sent } of this.#outbox) {
      const { id } = message;
      if (this.#underway.has(id)) continue;
      const sentAt = timers.now();
      const cancel = timers.after(patience, () => {
        wire.reopen();
      });
      this.#underway.set(id, cancel);
      this.#outbox = markSent(this.#outbox, id);
      wire.command(message, (answer) => {
        this.#answered(answer, sent ? null : sentAt);
      });
    }
  }

  lineLost(): void {
    for (const cancel of this.#underway.values()) cancel();
    this.#underway.clear();
  }

  /**
   * Says whose page this is: what an earlier page of the same person could not finish is sent first. Another person's
   * in this tab is dropped.
   */
  belongTo(owner: string): void {
    this.#owner = owner;
    const here = new Set(this.#outbox.map(({ message }) => message.id));
    const mine = this.#kept
      .filter((kept) => kept.owner === owner && !here.has(kept.waiting.message.id))
      .map(({ waiting }) => waiting);
    this.#kept = [];
    const old = (waiting: Waiting) =>
      !mayWait(waiting) && this.#parts.clock.now() - waiting.pressedAt > longestKept;
    this.#outbox = [...mine.filter((waiting) => !old(waiting)), ...this.#outbox];
    this.#keep();
    for (const waiting of mine.filter(old))
      this.#parts.answered(waiting, refused(waiting.message.id, tooOld));
  }

  /** Nothing is sent from here any more. What outlives a page stays in the drawer for the next one. */
  end(): void {
    this.lineLost();
    for (const { message } of this.#outbox) this.#resolve(refused(message.id, lineEnded));
  }

  /** `sentAt`: when it was first sent; null for a resent one, whose answer may be an old one. */
  #answered(answer: Answer, sentAt: number | null): void {
    const waiting = this.#outbox.find(({ message }) => message.id === answer.id);
    this.#underway.get(answer.id)?.();
    this.#underway.delete(answer.id);
    if (waiting === undefined) return;
    if (!answer.ok && passes(answer.refusal)) {
      this.#parts.hindered(answer.refusal);
      return;
    }
    if (answer.ok && sentAt !== null) this.#parts.clock.learn(sentAt, this.#parts.timers.now(), answer.at);
    this.#outbox = remove(this.#outbox, answer.id);
    this.#keep();
    this.#resolve(answer);
    this.#parts.answered(waiting, answer);
  }

  #resolve(answer: Answer): void {
    this.#promises.get(answer.id)?.(answer);
    this.#promises.delete(answer.id);
  }

  #keep(): void {
    // Until it is known whose page this is, what an earlier one left stays as it is.
    if (this.#owner !== null) this.#parts.drawer.write(toKeep(this.#owner, this.#outbox));
  }
}

export function refused(id: string, refusal: Refusal): Answer {
  return { ok: false, id, version: 0, refusal };
}
