import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { MeetingEvent } from '../../../shared/meeting/events.ts';
import { evolve } from '../../../shared/meeting/evolve.ts';
import { initialState } from '../../../shared/meeting/initialState.ts';
import type { MeetingState } from '../../../shared/meeting/state.ts';
import type { Answer, Joined, ViewPatch } from '../../../shared/protocol/messages.ts';
import type { MemoryDisk } from '../../../server/log/memory/disk.ts';
import type { KeptAnswer } from '../../../server/meetings/task.ts';
import type { ServerEvent } from '../../../server/meetings/wire.ts';
import { accepts } from '../model/expect.ts';
import { MeetingModel } from '../model/meetingModel.ts';
import type { Request } from '../world/line.ts';
import { disagreement } from './againstModel.ts';
import { difference } from './equal.ts';
import type { Press } from './carriedOut.ts';
import { wrongEvent, wrongOutcome } from './carriedOut.ts';

/** Something that must never happen and did. */
export interface Violation {
  readonly rule: string;
  readonly detail: string;
}

/**
 * Sees the disk and everything that is sent, and nothing of what the server thinks. It folds what is durable, by the
 * product's own evolve and by a model of its own, and compares.
 */
export class Witness {
  readonly presses = new Map<string, Press>();
  /** The state at each version that was a command's end, the first at 1. */
  readonly states: MeetingState[] = [];
  readonly events: MeetingEvent[] = [];
  violation: Violation | null = null;
  model: MeetingModel | null = null;
  readonly #disk: MemoryDisk;
  readonly #trace: (line: string) => void;
  readonly #ids = new Set<string>();
  readonly #answers = new Map<string, Answer>();
  #meeting = '';

  constructor(disk: MemoryDisk, trace: (line: string) => void) {
    this.#disk = disk;
    this.#trace = trace;
  }

  get version(): number {
    return this.states.length;
  }

  get state(): MeetingState {
    const state = this.states.at(-1);
    if (state === undefined) throw new Error('there is no meeting yet');
    return state;
  }

  watch(meeting: string): void {
    this.#meeting = meeting;
    this.look();
  }

  /** The first of them counts: what is broken breaks more. */
  broke(rule: string, detail: string): void {
    this.#trace(`BROKEN ${rule}: ${detail}`);
    this.violation ??= { rule, detail };
  }

  /** Takes in what has become durable. */
  look(): void {
    const rows = this.#disk.rows.get(this.#meeting);
    if (rows === undefined) return;
    if (rows.length < this.states.length) this.broke('durable', 'what was durable is gone');
    let at = this.states.length;
    while (at < rows.length) {
      const first = recordIn(rows[at]?.body ?? '');
      const events = [first.event];
      at += 1;
      for (; at < rows.length; at += 1) {
        const next = recordIn(rows[at]?.body ?? '');
        if (next.commandId !== first.commandId) break;
        events.push(next.event);
      }
      this.#take(first.commandId, events);
    }
  }

  /** Whether the log has this command, as carried out or as refused. */
  knows(id: string): boolean {
    return this.#ids.has(id) || this.#disk.answers.get(this.#meeting)?.has(id) === true;
  }

  /** Whether the log has this command as carried out. */
  carriedOut(id: string): boolean {
    return this.#ids.has(id);
  }

  /** A node hands a message to the lines. */
  sending(event: ServerEvent, message: object): void {
    if (event !== 'patch') return;
    const version = versionIn(message as ViewPatch);
    if (version !== null) this.#mustBeDurable('shown', version);
  }

  /** A node hands an answer to the line it was asked on. */
  answering(kind: Request, message: { readonly id?: string }, reply: unknown): void {
    if (kind === 'join') {
      const joined = reply as Joined;
      if (joined.ok && joined.view !== undefined) this.#mustBeDurable('shown at a join', joined.view.version);
    } else if (kind === 'command') this.#answering(message.id ?? '', reply as Answer);
  }

  #answering(id: string, answer: Answer): void {
    if (!answer.ok && answer.refusal.code.startsWith('server/')) {
      if (answer.refusal.code === 'server/failed') this.broke('bug', `${id} failed`);
      return;
    }
    if (!answer.ok && answer.refusal.code === 'vote/box-mismatch')
      this.broke('one ballot for each voter', 'the box does not hold what was put into it');
    this.look();
    const before = this.#answers.get(id);
    const other = before === undefined ? null : difference(before, answer);
    if (other !== null) this.broke('one answer', `${id} was answered twice: ${other}`);
    this.#answers.set(id, answer);
    if (answer.id !== id) this.broke('one answer', `${id} got the answer of ${answer.id}`);
    this.#mustBeDurable(`answered to ${id}`, answer.version);
    const kept = this.#disk.answers.get(this.#meeting)?.get(id);
    if (kept === undefined) {
      this.broke('acknowledged is in the log', `the answer to ${id} is not kept`);
      return;
    }
    const { answer: held } = JSON.parse(kept.body) as KeptAnswer;
    const apart = difference(held, answer);
    if (apart !== null) this.broke('one answer', `${id} is kept with another answer: ${apart}`);
    const press = this.presses.get(id);
    if (answer.ok || press === undefined || this.model?.version !== answer.version) return;
    if (before === undefined && accepts(this.model, press.by, press.command) === true)
      this.broke('rightly judged', `${named(press)} was refused: ${answer.refusal.code}`);
  }

  #mustBeDurable(what: string, version: number): void {
    const durable = this.#disk.rows.get(this.#meeting)?.length ?? 0;
    if (version > durable)
      this.broke(
        'nothing before it is durable',
        `version ${String(version)} ${what}, ${String(durable)} are durable`,
      );
  }

  #take(commandId: string, events: readonly MeetingEvent[]): void {
    this.#trace(
      `log ${commandId} ${events.map(({ type, at, by }) => `${type} ${String(at)} ${by}`).join(', ')}`,
    );
    if (this.#ids.has(commandId)) this.broke('exactly once', `${commandId} is in the log twice`);
    this.#ids.add(commandId);
    const known = this.model;
    const press = this.presses.get(commandId);
    if (known !== null && press !== undefined) {
      const wrong = wrongOutcome(press, events, known);
      if (wrong !== null) this.broke('rightly judged', `${named(press)}: ${wrong}`);
    }
    const before = this.states.at(-1) ?? null;
    for (const event of events) this.#fold(event, press?.command ?? null);
    if (this.model === null) return;
    const wrong = disagreement(before, this.state, this.model);
    if (wrong !== null)
      this.broke('as the model', `after ${commandId} (version ${String(this.version)}) ${wrong}`);
  }

  #fold(event: MeetingEvent, command: CommandInput | null): void {
    this.events.push(event);
    const before = this.states.at(-1);
    if (before === undefined) {
      if (event.type !== 'MeetingCreated') throw new Error('a log begins with MeetingCreated');
      this.states.push(initialState(event));
      this.model = new MeetingModel(event.plan);
      return;
    }
    if (event.at < before.at) this.broke('time', `${event.type} lies before what was recorded before it`);
    const wrong = this.model === null ? null : wrongEvent(event, this.model);
    if (wrong !== null) this.broke('rightly judged', `${event.type}: ${wrong}`);
    this.states.push(evolve(before, event));
    this.model?.take(event, command);
  }
}

interface Recorded {
  readonly commandId: string;
  readonly event: MeetingEvent;
}

function recordIn(body: string): Recorded {
  return JSON.parse(body) as Recorded;
}

function versionIn({ patch }: ViewPatch): number | null {
  for (const operation of patch)
    if (operation[0] === '=' && operation[1].length === 1 && operation[1][0] === 'version')
      return operation[2] as number;
  return null;
}

function named({ by, command }: Press): string {
  return `${JSON.stringify(command)} by ${by}`;
}
