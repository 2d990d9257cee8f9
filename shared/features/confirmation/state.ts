import type { PersonId } from '../../meeting/person.ts';

/** Who vouches for the minutes, who has confirmed them, and whether they are final. */
export interface ConfirmationState {
  /** 署名委員, in the order they were named. */
  readonly signatories: readonly PersonId[];
  /** `edits`: how many editings the minutes had then; later ones were not seen. */
  readonly confirmed: Readonly<Record<PersonId, { readonly at: number; readonly edits: number }>>;
  /** The body's own confirmation, in a later meeting; the last one where there were several. */
  readonly byBody: {
    readonly meeting: string;
    readonly session: string;
    readonly decidedAt: number;
    readonly edits: number;
  } | null;
  readonly finalized: {
    readonly at: number;
    readonly by: string;
    /** Why it was done without those signatories. */
    readonly why: string | null;
    readonly missing: readonly PersonId[];
  } | null;
  /** When links, sessions and what was known of devices were let go of. */
  readonly detailsDeletedAt: number | null;
}

export const unconfirmed: ConfirmationState = {
  signatories: [],
  confirmed: {},
  byBody: null,
  finalized: null,
  detailsDeletedAt: null,
};
