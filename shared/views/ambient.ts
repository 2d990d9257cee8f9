import type { PersonMap } from '../meeting/personMap.ts';

/**
 * What a view shows that is not in the log: who is connected now, and where the room is to join. There is no clock
 * in it. A view changes with what happens, never with the time; what falls due is given as a time for the page to
 * count down to.
 */
export interface Ambient {
  /** How many devices of each person are connected; whoever has none has no entry. */
  readonly devices: PersonMap<number>;
  readonly chairConnected: boolean;
  readonly screensConnected: number;
  /** Where members scan to join, from the address the server is reached at; null while it is not known. */
  readonly joinUrl: string | null;
}
