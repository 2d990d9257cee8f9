import type { PersonMap } from '../meeting/personMap.ts';
import type { Profile } from '../minutes/profile/schema.ts';

/**
 * What a view shows that is not in the log: who is connected now, where the room is to join, and how the body words
 * things. There is no clock
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
  /** The body's profile: the meeting's `profile`, found by its id. */
  readonly profile: Profile;
}
