import type { Link } from '../log/credentials.ts';

/** The answers that are still being written because somebody follows something; they end with their link. */
export class OpenStreams {
  readonly #streams = new Set<{ readonly link: Link; readonly end: () => void }>();

  /** `end` is called when the link dies; returns how to forget it when it has ended by itself. */
  add(link: Link, end: () => void): () => void {
    const stream = { link, end };
    this.#streams.add(stream);
    return () => void this.#streams.delete(stream);
  }

  revoke(isDead: (link: Link) => boolean): void {
    for (const stream of [...this.#streams]) if (isDead(stream.link)) stream.end();
  }
}
