import type { Offset, ViewPatch } from '../../shared/protocol/messages.ts';
import { diff } from '../../shared/views/diff.ts';
import type { Audience } from '../../shared/views/types/audience.ts';
import type { Views } from '../../shared/views/types/views.ts';

/** How many patches are kept for screens that come back: some ten seconds of a busy meeting. */
const keptPatches = 200;

export type Missing = { readonly patches: readonly ViewPatch[] } | { readonly view: Views[Audience] };

/** One audience's view as it was last sent, and the steps that led there. */
export class AudienceStream {
  readonly #epoch: string;
  #view: Views[Audience] | null = null;
  #revision = 0;
  #patches: ViewPatch[] = [];

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  get at(): Offset {
    return { epoch: this.#epoch, revision: this.#revision };
  }

  /** The log position of the view that was sent last; 0 before there was one. */
  get version(): number {
    return this.#view?.version ?? 0;
  }

  /** Takes over a new view; the patch that leads to it, or null when nothing in it has changed. */
  step(view: Views[Audience]): ViewPatch | null {
    const before = this.#view;
    this.#view = view;
    if (before === null) {
      this.#revision += 1;
      return null;
    }
    const patch = diff(before, view);
    if (patch.length === 0) {
      // The same in content: keep the older one, whose encoded form may be known already.
      this.#view = before;
      return null;
    }
    const from = this.#revision;
    this.#revision += 1;
    const step = { epoch: this.#epoch, from, to: this.#revision, patch };
    this.#patches.push(step);
    if (this.#patches.length > keptPatches) this.#patches.shift();
    return step;
  }

  /** What a screen that has `have` still lacks. */
  missing(have: Offset | undefined): Missing {
    if (this.#view === null) throw new Error('a stream begins with a view');
    if (have?.epoch === this.#epoch && have.revision <= this.#revision) {
      const behind = this.#revision - have.revision;
      if (behind <= this.#patches.length)
        return { patches: behind === 0 ? [] : this.#patches.slice(-behind) };
    }
    return { view: this.#view };
  }
}
