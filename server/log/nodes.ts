import type { PersonId } from '../../shared/meeting/person.ts';

/** Whose turn it is to append to a meeting: `got`: this node's from now on, after somebody else's or nobody's. */
export type Turn = 'kept' | 'got' | 'others';

/** What a node has of a meeting's connections. */
export interface Company {
  /** Open connections of each person; whoever has none is not in it. */
  readonly people: Readonly<Record<PersonId, number>>;
  readonly screens: number;
}

/**
 * What the nodes that serve the same meetings tell each other beside the log. Who appends when is only for speed, and
 * who is connected only for what the desk sees and for lost links: that the record is right rests on the log alone.
 * All methods reject with a LogError where the store cannot be reached.
 */
export interface Nodes {
  /** Asks for the turn; where others have it, they are asked to hand it on. */
  takeTurn(meeting: string): Promise<Turn>;
  /** Whether another node asked for the turn since this one got it; looked at with each `takeTurn`. */
  isWanted(meeting: string): boolean;
  giveTurn(meeting: string): Promise<void>;
  /** Makes known who is connected here; it is forgotten some seconds after this node has died. Null: nobody. */
  announce(meeting: string, here: Company | null): Promise<void>;
  /** Who is connected to each of the other living nodes. */
  others(meeting: string): Promise<readonly Company[]>;
  close(): Promise<void>;
}
