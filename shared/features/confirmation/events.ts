import type { PersonId } from '../../meeting/person.ts';

export interface ConfirmationEvents {
  SignatoriesNamed: { who: readonly PersonId[] };
  /** `edits`: how many editings the confirmed minutes had. */
  MinutesConfirmed: { who: PersonId; edits: number };
  MinutesFinalized: { why: string | null; missing: readonly PersonId[] };
  /** Links, sessions and when devices were seen are let go of; the server deletes them, and goes on until none is left. */
  DetailsDeleted: object;
}
