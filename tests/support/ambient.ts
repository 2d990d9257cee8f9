import { emptyPersonMap } from '../../shared/meeting/personMap.ts';
import { plainProfile } from '../../shared/minutes/profiles.ts';
import type { Ambient } from '../../shared/views/ambient.ts';

/** What surrounds a meeting when a test does not say: nobody connected, the plain profile. */
export function ambientOf(wishes: Partial<Ambient> = {}): Ambient {
  return {
    devices: emptyPersonMap(),
    chairConnected: true,
    screensConnected: 1,
    joinUrl: null,
    profile: plainProfile,
    ...wishes,
  };
}
