import type { PersonId } from '../../meeting/person.ts';
import type { Millis } from './millis.ts';

/** A member's taking part online that waits for an answer; the reason is the chair's and the desk's to read. */
export interface PermitLine {
  readonly who: PersonId;
  /** When they asked; null for who is online without having asked. */
  readonly at: Millis | null;
  readonly reason: string | null;
  /** The other members, as far as they answered one by one. */
  readonly agreed: number;
  readonly against: number;
}

export interface PermitsLine {
  readonly by: 'chair' | 'members';
  /** How many members must consent, of how many; and how many are present who can be asked. */
  readonly needed: number;
  readonly members: number;
  readonly present: number;
  /** What the chair reads out to ask the members (口述). */
  readonly words: string;
  readonly waiting: readonly PermitLine[];
}

/** Whose taking part online the members are asked to consent to. */
export interface AskedPermits {
  readonly needed: number;
  readonly waiting: readonly { readonly who: PersonId; readonly agreed: number }[];
}
