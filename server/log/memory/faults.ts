/** How a commit goes wrong. */
export type CommitFault =
  /** Nothing is written, and the writer is told so by an I/O error. */
  | { readonly kind: 'before' }
  /** All is written, but the writer sees an I/O error: the answer is lost. */
  | { readonly kind: 'after' }
  /** Only the first `keep` appends of the group are written; the writer sees an I/O error. */
  | { readonly kind: 'torn'; readonly keep: number }
  /** The disk is full: nothing is written, and it may be tried again. */
  | { readonly kind: 'full' };

/** Decides the fate of each commit, in order; a simulation draws it from its seed. */
export interface Faults {
  /** `appends`: how many appends the group wrote. Null: it goes well. */
  commit(appends: number): CommitFault | null;
}

export const NO_FAULTS: Faults = { commit: () => null };
