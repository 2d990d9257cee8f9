import type { PersonId } from '../../meeting/person.ts';

export interface ConfirmationEvents {
  SignatoriesNamed: { who: readonly PersonId[] };
  /** `edits`: how many editings the confirmed minutes had. */
  MinutesConfirmed: { who: PersonId; edits: number };
  MinutesFinalized: { why: string | null; missing: readonly PersonId[] };
}
