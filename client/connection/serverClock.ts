/*
 * The meeting's clock on a page whose own clock may be wrong. Every answer that tells the server's time bounds the
 * difference: it was read between sending and receiving (Cristian 1989). The bounds of all answers are taken together;
 * an answer that contradicts them (the page's clock stood still while the phone slept) starts anew. What is shown
 * never goes back.
 */

export class ServerClock {
  readonly #local: () => number;
  /** Server time minus local time lies between these. */
  #least = -Infinity;
  #most = Infinity;
  #shown = -Infinity;

  /** `local`: ms of a clock that only goes forward, from any origin. */
  constructor(local: () => number) {
    this.#local = local;
  }

  get known(): boolean {
    return this.#most < Infinity;
  }

  /** An answer that says `server` (epoch ms), asked for at `sent` and received at `received` (local ms). */
  learn(sent: number, received: number, server: number): void {
    const least = server - received;
    const most = server - sent;
    const agrees = least <= this.#most && most >= this.#least;
    this.#least = agrees ? Math.max(least, this.#least) : least;
    this.#most = agrees ? Math.min(most, this.#most) : most;
  }

  /** The server sets its clock (a rehearsal's goes by itself): it is `server` now. */
  set(server: number): void {
    this.#least = server - this.#local();
    this.#most = this.#least;
  }

  /** The meeting's time, epoch ms. Never goes back: an estimate that ran ahead is waited for. */
  now(): number {
    const offset = this.known ? (this.#least + this.#most) / 2 : 0;
    this.#shown = Math.max(this.#shown, this.#local() + offset);
    return this.#shown;
  }
}
