import type { PersonId } from '../../meeting/person.ts';
import type { Millis } from './millis.ts';

/** The minutes after the meeting. `current`: nothing was changed since that person confirmed. */
export interface ConfirmationLine {
  /** 署名委員. */
  readonly signatories: readonly PersonId[];
  readonly confirmed: readonly { readonly who: PersonId; readonly at: Millis; readonly current: boolean }[];
  /** The body's own, in a later meeting: what that one is called, and when it agreed. */
  readonly byBody: {
    readonly meeting: string;
    readonly session: string;
    readonly at: Millis;
    readonly current: boolean;
  } | null;
  readonly finalizedAt: Millis | null;
  /** Why they were made final without signatories who had not confirmed them; null where nobody was missing. */
  readonly finalizedWithout: string | null;
}
