import type { ItemId } from '../meeting/agendaItem.ts';
import type { PersonId } from '../meeting/person.ts';

/*
 * The minutes before any profile's wording: one list of blocks in reading order, with real identities. A profile
 * renders it as a municipality prints it.
 */

interface Base {
  /** Stable for the life of the meeting; a changed block is sent again under the same id. */
  readonly id: string;
  /** Reading order. Blocks are appended, so this grows with the log; fractions are never needed. */
  readonly order: number;
  /** The log position of the event that made it. */
  readonly seq: number;
  readonly item: ItemId | null;
  readonly at: number;
  /** Who it is about or who speaks; null for what belongs to nobody. */
  readonly speaker: PersonId | null;
  readonly text: string;
}

export type MinutesBlock = Base &
  (
    | { readonly type: 'heading' }
    | {
        readonly type: 'turn';
        /** The turn's running number in the meeting. */
        readonly turn: number;
        readonly role: 'chair' | 'member' | 'official' | 'secretariat' | 'observer';
        /** An explanation (資料により説明) and its length. */
        readonly explanation: { readonly document: string | null; readonly ms: number | null } | null;
        readonly endedAt: number | null;
        readonly withdrawn: boolean;
        readonly corrections: readonly {
          readonly at: number;
          readonly by: string;
          readonly why: string;
          readonly before: string;
        }[];
      }
    | { readonly type: 'stage'; readonly choice: 'yes' | 'no' | 'abstain' | null }
    | {
        readonly type: 'vote';
        readonly vote: string;
        readonly round: number;
        readonly method: string;
        readonly counts: {
          readonly yes: number;
          readonly no: number;
          readonly abstain: number;
          readonly invalid: number;
        } | null;
        readonly eligible: number;
        readonly required: number;
        readonly present: number;
        readonly castingVote: 'yes' | 'no' | null;
        readonly outcome: 'carried' | 'rejected' | 'void' | null;
        /** `opened`, `reported` and `declared` are one block that fills in as the ceremony goes. */
        readonly phase: 'opened' | 'closed' | 'reported' | 'declared' | 'void';
      }
    | {
        readonly type: 'election';
        readonly election: number;
        readonly office: string;
        readonly elected: PersonId | null;
      }
    | { readonly type: 'conclusion'; readonly conditions: readonly string[] }
    | {
        readonly type: 'attendance';
        readonly change:
          | 'present'
          | 'late'
          | 'left'
          | 'reentry'
          | 'connectionLost'
          | 'connectionRestored'
          | 'absent'
          | 'recused'
          | 'recusalEnded'
          | 'channel';
      }
    | {
        readonly type: 'conduct';
        readonly change:
          | 'opened'
          | 'recess'
          | 'resumed'
          | 'adjourned'
          | 'closed'
          | 'presided'
          | 'quorumLost'
          | 'quorumRegained';
      }
    | {
        readonly type: 'opinion';
        readonly opinion: number;
        readonly response: string | null;
        readonly origin: string | null;
      }
    | {
        readonly type: 'promise';
        readonly promise: number;
        readonly due: string | null;
        readonly fulfilled: string | null;
      }
    | { readonly type: 'motion'; readonly motion: number }
    | { readonly type: 'question'; readonly question: number }
    | { readonly type: 'answer'; readonly question: number }
    | { readonly type: 'decision'; readonly choice: 'yes' | 'no' | 'abstain'; readonly late: boolean }
    | { readonly type: 'note' }
  );
