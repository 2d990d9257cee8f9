import type { MinutesDocument } from '../../shared/minutes/document.ts';
import type { Profile } from '../../shared/minutes/profile/schema.ts';
import type { MinutesPage } from '../../shared/protocol/api.ts';
import { diff } from '../../shared/views/diff.ts';

/** So many earlier renderings are remembered: a reader who has one of them is sent what has changed since. */
const remembered = 8;

export interface ChosenForm {
  readonly profile: Profile;
  /** The meeting's own form, where the server does not have it. */
  readonly missing: string | null;
}

interface Rendering {
  readonly revision: string;
  readonly document: MinutesDocument;
}

/**
 * One meeting's minutes as they are printed, for pages that show them while they grow: rendered once for each log
 * position that somebody asks at, however many ask.
 */
export class MinutesDocuments {
  readonly #shelves = new Map<string, { version: number; count: number; renderings: readonly Rendering[] }>();
  readonly #epoch: string;

  /** `epoch` changes with every server process. */
  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  /**
   * The document as it is at log position `version`, or what has changed in it since the revision that the reader
   * has. `whose`: which rendering it is, beside the profile.
   */
  page(
    whose: string,
    { profile, missing }: ChosenForm,
    version: number,
    have: string | undefined,
    render: () => MinutesDocument,
  ): MinutesPage {
    const key = `${whose}.${profile.id}`;
    const { revision, document } = this.#at(key, version, render);
    const known = this.#shelves.get(key)?.renderings.find((one) => one.revision === have);
    const head = { revision, version, profile: profile.id, form: profile.name, missing };
    return known === undefined ? { ...head, document } : { ...head, patch: diff(known.document, document) };
  }

  #at(key: string, version: number, render: () => MinutesDocument): Rendering {
    const shelf = this.#shelves.get(key) ?? { version: -1, count: 0, renderings: [] };
    const last = shelf.renderings.at(-1);
    if (last !== undefined && shelf.version === version) return last;
    const document = render();
    if (last !== undefined && diff(last.document, document).length === 0) {
      this.#shelves.set(key, { ...shelf, version });
      return last;
    }
    const count = shelf.count + 1;
    const rendering = { revision: `${this.#epoch}.${key}.${String(count)}`, document };
    this.#shelves.set(key, {
      version,
      count,
      renderings: [...shelf.renderings, rendering].slice(-remembered),
    });
    return rendering;
  }
}
