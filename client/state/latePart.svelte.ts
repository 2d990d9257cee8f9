import { pageTimers } from '../connection/pageTimers.ts';
import type { Timers } from '../connection/wire.ts';

/** ms until what did not come is asked for again; a line that comes back asks at once (`again`). */
const pause = 3000;

/**
 * A part of a page whose script comes after the page: fetched once the page stands, so that it is at hand without a
 * line, and at once where it is wanted before that. What did not come is asked for until it does.
 */
export class LatePart<Part> {
  /** The part, once it is here. */
  here = $state.raw<Part>();
  /** It was asked for and did not come; it is being asked for again. */
  failed = $state(false);

  readonly #load: () => Promise<Part>;
  readonly #timers: Timers;
  #state: 'wanted by nobody' | 'asked for' | 'waiting to ask' | 'closed' = 'wanted by nobody';
  #cancel: () => void = () => undefined;

  /** `load` rejects when the part did not come; it is called again until it does. */
  constructor(load: () => Promise<Part>, timers: Timers = pageTimers) {
    this.#load = load;
    this.#timers = timers;
  }

  /** Asks for it, where nobody did. */
  readonly fetch = (): void => {
    if (this.#state === 'wanted by nobody') this.#ask();
  };

  /** Asks at once for what did not come: the line is back. */
  readonly again = (): void => {
    if (this.#state === 'waiting to ask') this.#ask();
  };

  /** The page has gone: it is not asked for any more. */
  close(): void {
    this.#cancel();
    this.#state = 'closed';
  }

  #ask(): void {
    this.#cancel();
    this.#state = 'asked for';
    this.#load().then(
      (part) => {
        this.here = part;
        this.failed = false;
      },
      () => {
        if (this.#state === 'closed') return;
        this.failed = true;
        this.#state = 'waiting to ask';
        this.#cancel = this.#timers.after(pause, this.again);
      },
    );
  }
}
