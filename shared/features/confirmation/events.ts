import type { PersonId } from '../../meeting/person.ts';

export interface ConfirmationEvents {
  SignatoriesNamed: { who: readonly PersonId[] };
  /** `edits`: how many editings the confirmed minutes had. */
  MinutesConfirmed: { who: PersonId; edits: number };
  /** The body agreed to them in a later meeting (前回会議録の確認). */
  MinutesConfirmedByBody: { meeting: string; session: string; decidedAt: number; edits: number };
  MinutesFinalized: { why: string | null; missing: readonly PersonId[] };
  /** Links, sessions and when devices were seen are let go of; the server deletes them, and goes on until none is left. */
  DetailsDeleted: object;
}
