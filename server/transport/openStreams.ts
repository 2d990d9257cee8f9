/** The answers that are still being written because somebody follows something; they end with their link. */
export class OpenStreams {
  readonly #streams = new Set<{ readonly link: string; readonly end: () => void }>();

  /** `end` is called when the link dies; returns how to forget it when it has ended by itself. */
  add(link: string, end: () => void): () => void {
    const stream = { link, end };
    this.#streams.add(stream);
    return () => void this.#streams.delete(stream);
  }

  revoke(link: string): void {
    for (const stream of [...this.#streams]) if (stream.link === link) stream.end();
  }
}
