import { parseProfile } from './profile/parseProfile.ts';
import type { Profile } from './profile/schema.ts';
import higashimurayama from './profiles/higashimurayama.json' with { type: 'json' };
import meguro from './profiles/meguro.json' with { type: 'json' };
import nogyo from './profiles/nogyo.json' with { type: 'json' };
import plain from './profiles/plain.json' with { type: 'json' };
import shigikai from './profiles/shigikai.json' with { type: 'json' };
import shiki from './profiles/shiki.json' with { type: 'json' };
import takatsuki from './profiles/takatsuki.json' with { type: 'json' };
import tama from './profiles/tama.json' with { type: 'json' };

/* The profiles that come with the product. They are data: a body's own stands beside them in a folder (KYOSHU_PROFILES). */

function bundled(input: unknown): Profile {
  const parsed = parseProfile(input);
  if (parsed.ok) return parsed.profile;
  const first = parsed.problems[0];
  throw new Error(`A bundled profile is damaged: ${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`);
}

/** What a meeting without a profile of its own is printed with, and whose words others fall back on. */
export const plainProfile = bundled(plain);

export const bundledProfiles: readonly Profile[] = [
  plainProfile,
  bundled(meguro),
  bundled(tama),
  bundled(higashimurayama),
  bundled(shiki),
  bundled(takatsuki),
  bundled(shigikai),
  bundled(nogyo),
];

/** The bundled profile of this name; the plain one for a name that is not known. */
export function profileById(id: string): Profile {
  return bundledProfiles.find((profile) => profile.id === id) ?? plainProfile;
}
