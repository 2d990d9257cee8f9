import type { Dice } from './dice.ts';
import type { Scheduler } from './scheduler.ts';

export interface PipeParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  /** How long a message is under way, about, in ms. */
  readonly latency: number;
}

/** One direction of a connection: what is sent arrives later, in order, until the pipe breaks. */
export class Pipe {
  readonly #parts: PipeParts;
  #last = 0;
  #stalledUntil = 0;
  #broken = false;

  constructor(parts: PipeParts) {
    this.#parts = parts;
  }

  /** `overtakes`: comes by itself, before or after its neighbours. */
  send(arrive: () => void, overtakes = false): void {
    const { scheduler, dice, latency } = this.#parts;
    if (this.#broken) return;
    const travel = latency * dice.between(0.5, 1.5);
    const earliest = Math.max(scheduler.now + travel, this.#stalledUntil);
    const at = overtakes
      ? scheduler.now + travel + latency * dice.between(0, 6)
      : Math.max(earliest, this.#last);
    if (!overtakes) this.#last = at;
    scheduler.at(at, () => {
      if (!this.#broken) arrive();
    });
  }

  /** Nothing arrives for so long (ms); then all of it does. */
  stall(ms: number): void {
    this.#stalledUntil = Math.max(this.#stalledUntil, this.#parts.scheduler.now + ms);
  }

  /** What is under way never arrives, nor does what is sent from now on. */
  break(): void {
    this.#broken = true;
  }
}
