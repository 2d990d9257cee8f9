import type { RehearsalStatus } from '../../shared/protocol/api.ts';
import sample from '../../shared/samples/meguro-2022-2.json' with { type: 'json' };
import type { Cancel, Timers } from '../surroundings.ts';
import { Player, StepFailed } from './player.ts';
import { parseScenario } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import type { PlayerSession } from './seat.ts';

/** However long somebody speaks in the sample, a rehearsal goes on after this many milliseconds. */
const longestWait = 8000;
/** How often the meeting's clock moves while the player waits for the next step. */
const tick = 250;

interface Running {
  speed: number;
  paused: boolean;
  step: number;
  readonly steps: number;
  stopped: boolean;
  trouble: string | null;
  done: boolean;
  /** Ends the wait that the player is in. */
  wake: () => void;
}

export interface RehearsalParts {
  readonly timers: Timers;
  /** Makes a rehearsal meeting of the scenario's plan; resolves with its id. */
  readonly create: (scenario: Scenario) => Promise<string>;
  /** A desk's session of this very server. */
  readonly session: () => Promise<PlayerSession>;
}

/**
 * リハーサル: plays the bundled sample meeting into a meeting of its own, through the server's own sockets, so that
 * all the screens can be seen at work. Speed 0 leaves the meeting to whoever tries the screens.
 */
export class Rehearsals {
  readonly #parts: RehearsalParts;
  readonly #running = new Map<string, Running>();

  constructor(parts: RehearsalParts) {
    this.#parts = parts;
  }

  async start(speed: number): Promise<string> {
    const scenario = parseScenario(JSON.stringify(sample), 'sample');
    const meeting = await this.#parts.create(scenario);
    const running: Running = {
      speed,
      paused: speed === 0,
      step: 0,
      steps: scenario.steps.length,
      stopped: false,
      trouble: null,
      done: false,
      wake: () => undefined,
    };
    this.#running.set(meeting, running);
    void this.#play(meeting, scenario, running);
    return meeting;
  }

  status(meeting: string): RehearsalStatus | null {
    const running = this.#running.get(meeting);
    if (running === undefined) return null;
    const { speed, paused, step, steps, done, trouble } = running;
    return { speed, paused, step, steps, done, trouble };
  }

  /** False where no such rehearsal is playing. */
  control(meeting: string, change: { speed?: number | undefined; paused?: boolean | undefined }): boolean {
    const running = this.#running.get(meeting);
    if (running === undefined || running.done) return false;
    if (change.speed !== undefined) running.speed = change.speed;
    running.paused = change.paused ?? running.speed === 0;
    running.wake();
    return true;
  }

  /** Lets every player go where it is. */
  close(): void {
    for (const running of this.#running.values()) {
      running.stopped = true;
      running.wake();
    }
  }

  async #play(meeting: string, scenario: Scenario, running: Running): Promise<void> {
    try {
      const player = new Player(await this.#parts.session(), meeting);
      await player.play(
        scenario.steps,
        (gap) => this.#wait(gap, running, (ms) => player.passTime(ms)),
        () => {
          running.step += 1;
          return running.stopped;
        },
      );
    } catch (error) {
      // A visitor who presses buttons may leave the script nothing to do: it says where it stopped, and that is all.
      if (error instanceof StepFailed) running.trouble = error.message;
      else if (!running.stopped) running.trouble = error instanceof Error ? error.message : String(error);
    } finally {
      running.done = true;
    }
  }

  /** Waits as long as the gap takes at the speed of the moment, and lets the meeting's clock run meanwhile. */
  async #wait(gap: number, running: Running, pass: (ms: number) => Promise<void>): Promise<void> {
    let left = gap;
    for (let waited = 0; left > 0 && waited < longestWait && !running.stopped; waited += tick) {
      while (running.paused && !running.stopped) await this.#sleep(Infinity, running);
      await this.#sleep(Math.min(tick, left / running.speed), running);
      const step = Math.min(left, tick * running.speed);
      left -= step;
      if (left > 0) await pass(step);
    }
    while (running.paused && !running.stopped) await this.#sleep(Infinity, running);
  }

  async #sleep(ms: number, running: Running): Promise<void> {
    let cancel: Cancel = () => undefined;
    await new Promise<void>((resolve) => {
      running.wake = resolve;
      if (ms !== Infinity) cancel = this.#parts.timers.after(ms, resolve);
    });
    cancel();
  }
}
