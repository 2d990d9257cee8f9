interface Due {
  readonly at: number;
  readonly order: number;
  readonly task: () => void;
  cancelled: boolean;
}

/**
 * The one clock and the one queue of a simulated world. A task runs at its moment, then every promise it settled runs
 * to its end, then the next task: nothing happens at the same time, and nothing waits for the real world.
 */
export class Scheduler {
  #now = 0;
  #order = 0;
  /** A heap: the earliest first, of two at the same moment the one that was asked for first. */
  readonly #due: Due[] = [];

  /** Milliseconds since the world began. */
  get now(): number {
    return this.#now;
  }

  after(ms: number, task: () => void): () => void {
    return this.at(this.#now + Math.max(0, ms), task);
  }

  /** Of tasks for the same moment, the first that was given runs first. */
  at(moment: number, task: () => void): () => void {
    const due = { at: moment, order: ++this.#order, task, cancelled: false };
    this.#push(due);
    return () => {
      due.cancelled = true;
    };
  }

  /** Runs until the moment `end`; `each` is called after every task and what followed from it. */
  async runTo(end: number, each: () => void): Promise<void> {
    for (;;) {
      const first = this.#due[0];
      if (first === undefined || first.at > end) break;
      this.#pop();
      if (first.cancelled) continue;
      this.#now = Math.max(this.#now, first.at);
      first.task();
      await promisesSettled();
      each();
    }
    this.#now = Math.max(this.#now, end);
  }

  #push(due: Due): void {
    const heap = this.#due;
    let at = heap.push(due) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(due, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = due;
  }

  #pop(): void {
    const heap = this.#due;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      const left = heap[child];
      const right = heap[child + 1];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) child += 1;
      const least = heap[child] ?? left;
      if (!isBefore(least, last)) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = last;
  }
}

function isBefore(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Node runs this after the last promise that is ready, those included that became ready meanwhile. */
function promisesSettled(): Promise<void> {
  return new Promise((done) => {
    process.nextTick(done);
  });
}
