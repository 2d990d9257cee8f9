import type { Joined, Offset, ViewPatch } from '../../shared/protocol/messages.ts';
import { applyPatch } from '../../shared/views/applyPatch.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { MeView } from '../../shared/views/types/meView.ts';
import type { Views } from '../../shared/views/types/views.ts';

/*
 * A page's copy of its audience's view. It owns its offset: what does not follow on what it has is never applied, and
 * the page asks for what is missing instead. Nothing here waits, sends or looks at a clock.
 */

export interface Replica<A extends Audience = Audience> {
  /** Where in the stream this copy is; null before the first answer. */
  readonly at: Offset | null;
  readonly view: Views[A] | null;
  readonly me: MeView | null;
}

export const emptyReplica: Replica<never> = { at: null, view: null, me: null };

/** `gap`: something between is missing, ask from `at` on. `misfit`: this copy is no good, ask for the whole. */
export type Followed<A extends Audience> = Replica<A> | 'gap' | 'misfit';

/** The copy after the server answered a join with the whole view or with what was missing. */
export function joined<A extends Audience>(
  replica: Replica<A>,
  answer: Extract<Joined, { ok: true }>,
): Followed<A> {
  const { at, me } = answer;
  // The server gives each audience its own kind of view; the page joined as A.
  if (answer.view !== undefined) return { at, me, view: answer.view as Views[A] };
  let known: Followed<A> = replica;
  for (const patch of answer.patches ?? []) {
    known = patched(known, patch);
    if (typeof known === 'string') return 'misfit';
  }
  return known.view !== null && known.at?.epoch === at.epoch && known.at.revision === at.revision
    ? { ...known, me }
    : 'misfit';
}

/** The copy after one patch. What it has already is left out; what leaves a gap is refused. */
export function patched<A extends Audience>(replica: Replica<A>, step: ViewPatch): Followed<A> {
  const { at, view } = replica;
  if (at === null || view === null) return 'gap';
  if (step.epoch !== at.epoch) return 'misfit';
  if (step.to <= at.revision) return replica;
  if (step.from !== at.revision) return 'gap';
  try {
    return { ...replica, at: { epoch: at.epoch, revision: step.to }, view: applyPatch(view, step.patch) };
  } catch {
    return 'misfit';
  }
}
