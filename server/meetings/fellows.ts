import type { Company, Nodes } from '../log/nodes.ts';
import type { PersonId } from '../../shared/meeting/person.ts';
import type { Cancel, Timers } from '../surroundings.ts';

/** How often (ms) it is looked who is connected to the other nodes. */
const lookInterval = 1_000;
/** Who comes and goes here within so many ms is told to the others at once. */
const gathering = 50;

export interface FellowsParts {
  readonly nodes: Nodes;
  readonly timers: Timers;
  readonly meeting: string;
  readonly here: () => Company;
  /** Somebody came to another node or left it; named with whether any other node still has them. */
  readonly changed: (people: ReadonlyMap<PersonId, boolean>) => void;
}

/** The other nodes' connections of one meeting, while it is open here. Where the store is away, what was known stands. */
export class Fellows {
  readonly #parts: FellowsParts;
  #people: ReadonlyMap<PersonId, number> = new Map();
  #screens = 0;
  #cancelLook: Cancel = () => undefined;
  #cancelTell: Cancel | null = null;
  #closed = false;

  constructor(parts: FellowsParts) {
    this.#parts = parts;
    this.#lookOnAndOn();
  }

  /** Open connections of the person on other nodes. */
  devicesOf(person: PersonId): number {
    return this.#people.get(person) ?? 0;
  }

  get screens(): number {
    return this.#screens;
  }

  /** To be called when who is connected here has changed. */
  tell(): void {
    if (this.#closed) return;
    this.#cancelTell ??= this.#parts.timers.after(gathering, () => {
      this.#cancelTell = null;
      const { nodes, meeting, here } = this.#parts;
      nodes.announce(meeting, here()).catch(() => {
        // The store is away. The others keep what they knew, and hear of it when it is back.
        this.tell();
      });
    });
  }

  /** Looks at once. Rejects with a LogError where the store cannot be reached. */
  async look(): Promise<void> {
    const { nodes, meeting, changed } = this.#parts;
    const others = await nodes.others(meeting);
    const people = new Map<PersonId, number>();
    for (const other of others)
      for (const [person, devices] of Object.entries(other.people))
        people.set(person, (people.get(person) ?? 0) + devices);
    const screens = others.reduce((sum, other) => sum + other.screens, 0);
    const before = this.#people;
    const touched = new Map<PersonId, boolean>();
    for (const person of new Set([...before.keys(), ...people.keys()]))
      if (before.get(person) !== people.get(person)) touched.set(person, people.has(person));
    const same = touched.size === 0 && screens === this.#screens;
    this.#people = people;
    this.#screens = screens;
    if (!same && !this.#closed) changed(touched);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelLook();
    this.#cancelTell?.();
    const { nodes, meeting } = this.#parts;
    await nodes.announce(meeting, null).catch(() => undefined);
  }

  #lookOnAndOn(): void {
    const again = () => {
      if (this.#closed) return;
      this.#cancelLook = this.#parts.timers.after(lookInterval, () => {
        this.#lookOnAndOn();
      });
    };
    this.look().then(again, again);
  }
}
