import type { Credentials } from '../log/credentials.ts';
import type { Surroundings } from '../surroundings.ts';

/** How long (ms) sightings gather before they are written: two thousand phones that come at once are one write. */
const gathering = 5_000;
/** How often (ms) the sessions with an open socket are noted again. */
const interval = 5 * 60_000;

/** Keeps in the store which sessions were seen when, so that the next process knows who may come back. */
export class SeenSessions {
  readonly #credentials: Credentials;
  readonly #surroundings: Surroundings;
  readonly #open: () => ReadonlySet<string>;
  #seen = new Set<string>();
  #cancel: () => void = () => undefined;
  #closed = false;

  /** `open`: the sessions with a socket now. */
  constructor(credentials: Credentials, surroundings: Surroundings, open: () => ReadonlySet<string>) {
    this.#credentials = credentials;
    this.#surroundings = surroundings;
    this.#open = open;
    this.#again();
  }

  /** A session has opened or closed a socket. */
  note(session: string): void {
    if (this.#seen.size === 0)
      this.#surroundings.timers.after(gathering, () => {
        void this.#write();
      });
    this.#seen.add(session);
  }

  /** Writes what was gathered. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    for (const session of this.#open()) this.#seen.add(session);
    await this.#write();
  }

  #again(): void {
    this.#cancel = this.#surroundings.timers.after(interval, () => {
      for (const session of this.#open()) this.note(session);
      if (!this.#closed) this.#again();
    });
  }

  async #write(): Promise<void> {
    const seen = [...this.#seen];
    this.#seen = new Set();
    if (seen.length === 0) return;
    // Only a hint for the next start: its loss harms nothing.
    await this.#credentials.touchSessions(seen, this.#surroundings.clock.now()).catch(() => undefined);
  }
}

/**
 * The people of a meeting who were connected about when its last event happened (`since`): they have ten seconds to
 * come back after a start, before their link counts as lost.
 */
export async function connectedBefore(
  credentials: Credentials,
  meeting: string,
  since: number,
): Promise<string[]> {
  const persons = new Map(
    (await credentials.listLinks(meeting)).map((link) => [link.id, link.person] as const),
  );
  const people = (await credentials.listSessions(meeting))
    .filter((session) => session.lastSeenAt >= since - 3 * interval)
    .map((session) => persons.get(session.linkId) ?? null)
    .filter((person) => person !== null);
  return [...new Set(people)];
}
