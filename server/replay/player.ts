import type { Answer, CommandMessage } from '../../shared/protocol/messages.ts';
import type { ScenarioStep } from './scenario.ts';
import { Seat } from './seat.ts';
import type { PlayerSession } from './seat.ts';

/** A step was not answered as the scenario expects. */
export class StepFailed extends Error {
  override name = 'StepFailed';
  readonly step: ScenarioStep;
  readonly code: string;

  constructor(step: ScenarioStep, code: string, message: string) {
    super(message);
    this.step = step;
    this.code = code;
  }
}

/** How long to wait before a step, in milliseconds of the real clock, given the scenario's gap before it. */
export type Pace = (gap: number) => Promise<void>;

/** Fields of a command that may hold another step's `ref`. */
const refFields = ['turn', 'question', 'opinion', 'promise', 'motion'] as const;

/**
 * Plays a scenario's steps into a meeting that exists, through the same sockets that a browser uses: one connection
 * for each person who acts, opened when first needed, and dropped and reopened where the scenario loses it.
 */
export class Player {
  readonly #session: PlayerSession;
  readonly #meeting: string;
  readonly #seats = new Map<string, Seat>();
  readonly #refs = new Map<string, number>();
  readonly #desk: Seat<'desk'>;
  /** The scenario's clock, epoch ms. */
  #now = 0;

  constructor(session: PlayerSession, meeting: string) {
    this.#session = session;
    this.#meeting = meeting;
    this.#desk = new Seat(session, { meeting, audience: 'desk' });
  }

  /** @throws {StepFailed} at the first step that is not answered as expected. */
  async play(
    steps: readonly ScenarioStep[],
    pace: Pace,
    stopped: () => boolean = () => false,
  ): Promise<void> {
    await this.#desk.open();
    try {
      this.#now = steps[0]?.at ?? 0;
      for (const step of steps) {
        await pace(step.at - this.#now);
        if (stopped()) return;
        this.#now = step.at;
        await this.#step(step);
      }
    } finally {
      for (const seat of this.#seats.values()) seat.close();
      this.#desk.close();
    }
  }

  /** Lets the meeting's clock run on by so many milliseconds while nothing is said. */
  async passTime(ms: number): Promise<void> {
    this.#now += ms;
    await this.#desk.advance(this.#now);
  }

  async #step(step: ScenarioStep): Promise<void> {
    if (step.verb === 'loseConnection' || step.verb === 'restoreConnection') {
      await this.#cut(step);
      return;
    }
    const seat = await this.#seatOf(step.by);
    const fields = this.#resolved(step);
    const message = { ...fields, do: step.verb, id: `step-${step.no}`, at: step.at };
    if (step.verb === 'checkIn' && fields.channel === 'online' && typeof step.fields.who === 'string')
      await this.#seatOf(step.fields.who);
    // The server checks the fields: a scenario is input like any other.
    const answer = await seat.send(message as unknown as CommandMessage);
    this.#check(step, answer);
    if (answer.ok && step.ref !== null) {
      if (answer.made === undefined)
        throw new StepFailed(
          step,
          'replay/nothing-made',
          `"${step.ref}" names nothing: ${step.verb} makes no turn, question, opinion or promise`,
        );
      this.#refs.set(step.ref, answer.made.no);
    }
  }

  /** A lost connection is a real one: the person's socket is dropped, and the server finds out by itself. */
  async #cut(step: ScenarioStep): Promise<void> {
    const who = String(step.fields.who);
    await this.#desk.advance(step.at);
    if (step.verb === 'loseConnection') {
      const seat = await this.#seatOf(who);
      seat.close();
      this.#seats.delete(who);
      await this.#desk.until(({ seats }) => {
        const line = seats[who];
        if (line === undefined || line.devices > 0) return false;
        return line.lostAt !== null || line.presence !== 'present' || line.channel !== 'online';
      });
    } else {
      await this.#seatOf(who);
      await this.#desk.until(
        (view) => (view.seats[who]?.devices ?? 0) > 0 && view.seats[who]?.lostAt === null,
      );
    }
  }

  async #seatOf(person: string): Promise<Seat> {
    const known = this.#seats.get(person);
    if (known !== undefined) return known;
    const seat = new Seat(this.#session, { meeting: this.#meeting, audience: 'member', as: person });
    await seat.open();
    this.#seats.set(person, seat);
    return seat;
  }

  #resolved(step: ScenarioStep): Record<string, unknown> {
    const fields: Record<string, unknown> = { ...step.fields };
    for (const name of refFields) {
      const value = fields[name];
      if (typeof value === 'string' && this.#refs.has(value)) fields[name] = this.#refs.get(value);
    }
    return fields;
  }

  #check(step: ScenarioStep, answer: Answer): void {
    if (answer.ok) {
      if (step.expectRefusal === null) return;
      throw new StepFailed(
        step,
        'replay/not-refused',
        `${step.verb} was accepted, but the scenario expects it to be refused`,
      );
    }
    const { code, ja, en } = answer.refusal;
    if (step.expectRefusal === null)
      throw new StepFailed(step, code, `${step.verb} by ${step.by} was refused (${code}): ${en} / ${ja}`);
    if (!code.startsWith(step.expectRefusal))
      throw new StepFailed(
        step,
        code,
        `${step.verb} was refused with ${code}, but the scenario expects ${step.expectRefusal}`,
      );
  }
}
