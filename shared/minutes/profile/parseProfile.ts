import * as v from 'valibot';
import { profileSchema } from './schema.ts';
import type { Profile } from './schema.ts';

/** What is wrong with a profile: where, and what is allowed there. */
export interface ProfileProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export type ParsedProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/** Checks a profile that came from outside. */
export function parseProfile(input: unknown): ParsedProfile {
  const result = v.safeParse(profileSchema, input);
  if (result.success) return { ok: true, profile: result.output };
  return { ok: false, problems: result.issues.flatMap((issue) => problemsOf(issue, [])) };
}

/** Of a value that may be one of several things, the nearest is taken to be meant: the one that failed deepest. */
function problemsOf(
  issue: v.BaseIssue<unknown>,
  above: readonly (string | number)[],
): readonly ProfileProblem[] {
  const path = [...above, ...(issue.path ?? []).map((part) => part.key as string | number)];
  const within = (issue.issues ?? []).flatMap((inner) => problemsOf(inner, path));
  const deepest = Math.max(path.length, ...within.map((problem) => problem.path.length));
  const nearest = within.filter((problem) => problem.path.length === deepest);
  if (nearest.length > 0 && deepest > path.length) return nearest;
  return [{ path, message: issue.message }];
}
