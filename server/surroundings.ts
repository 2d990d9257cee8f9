import { randomBytes } from 'node:crypto';

/*
 * What the server takes from the world. A simulation puts its own in place of these and owns time, chance and order;
 * nothing else under server/ reads a clock, rolls a die or sets a timer.
 */

export interface Clock {
  /** Epoch milliseconds. May jump, in both directions. */
  readonly now: () => number;
  /** Milliseconds that only ever grow, for measuring how long something took. */
  readonly ticks: () => number;
}

export type Cancel = () => void;

export interface Timers {
  /** Runs the task once, after at least so many milliseconds. */
  readonly after: (ms: number, task: () => void) => Cancel;
  /** Runs the task after this turn of the event loop, when what has already arrived was read. */
  readonly soon: (task: () => void) => void;
}

/** 128 bits and more from a generator fit for keys. */
export type RandomBytes = (bytes: number) => Buffer;

export interface Surroundings {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: RandomBytes;
}

/** The longest that setTimeout takes; what is due later is looked at again then. */
const longest = 2 ** 31 - 1;

export const realSurroundings: Surroundings = {
  clock: { now: () => Date.now(), ticks: () => performance.now() },
  timers: {
    after(ms, task) {
      const timer = setTimeout(task, Math.min(ms, longest));
      return () => {
        clearTimeout(timer);
      };
    },
    soon: (task) => void setImmediate(task),
  },
  random: (bytes) => randomBytes(bytes),
};

/** A fresh name that nobody can guess: 128 bits in base64url (22 letters, digits, - and _). */
export function newToken(random: RandomBytes): string {
  return random(16).toString('base64url');
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A fresh name that a person can read out: letters and digits that are not taken for one another, 5 bits each. */
export function newName(random: RandomBytes, length: number): string {
  return Array.from(random(length), (byte) => letters[byte % letters.length]).join('');
}
