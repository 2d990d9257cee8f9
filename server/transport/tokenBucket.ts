export interface BucketSize {
  /** How many may come at once. */
  readonly burst: number;
  /** How many more each second. */
  readonly perSecond: number;
}

/** Lets messages through as fast as `perSecond` on the whole, with bursts. `ticks`: ms that only grow. */
export class TokenBucket {
  readonly #size: BucketSize;
  readonly #ticks: () => number;
  #tokens: number;
  #filledAt: number;

  constructor(size: BucketSize, ticks: () => number) {
    this.#size = size;
    this.#ticks = ticks;
    this.#tokens = size.burst;
    this.#filledAt = ticks();
  }

  /** False: too fast. */
  take(): boolean {
    const now = this.#ticks();
    const gained = ((now - this.#filledAt) / 1000) * this.#size.perSecond;
    this.#tokens = Math.min(this.#size.burst, this.#tokens + gained);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
