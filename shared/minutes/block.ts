import type { ItemId } from '../meeting/agendaItem.ts';
import type { Channel, PersonId } from '../meeting/person.ts';
import type { CaptionSource, KeptCaption } from '../features/record/captions.ts';
import type { Leave } from '../features/record/leave.ts';
import type { ElectionMethod, Office } from '../features/elections/state.ts';
import type { VoteMethodName } from '../rules/rules.ts';

/*
 * The minutes before any profile's wording: one list of blocks in reading order, with real identities. A profile
 * renders it as a municipality prints it.
 */

interface Base {
  /** Stable for the life of the meeting; a changed block is sent again under the same id. */
  readonly id: string;
  /** Reading order. It grows with the log; a part that was split off a turn stands behind it, at a fraction. */
  readonly order: number;
  /** The log position of the event that made it. */
  readonly seq: number;
  /** The log position of the event that changed it last: who has read up to there has this block as it is. */
  readonly changed: number;
  readonly item: ItemId | null;
  readonly at: number;
  /** Who it is about or who speaks; null for what belongs to nobody. */
  readonly speaker: PersonId | null;
  readonly text: string;
  /** It happened while its item was closed to the public (非公開): the published copy leaves it out. */
  readonly closed?: true;
}

export type MinutesBlock = Base &
  (
    | {
        readonly type: 'heading';
        /** How many times this item has been taken up, this one included. */
        readonly spell: number;
      }
    | {
        readonly type: 'turn';
        /** The turn's running number in the meeting. */
        readonly turn: number;
        readonly role: 'chair' | 'member' | 'official' | 'secretariat' | 'observer';
        /** An explanation (資料により説明) and its length. */
        readonly explanation: { readonly document: string | null; readonly ms: number | null } | null;
        readonly endedAt: number | null;
        /** 発言取消し. The record keeps the words, the published copy does not. */
        readonly withdrawn: {
          readonly at: number;
          readonly by: string;
          readonly why: string;
          /** By whose leave; null where nobody said. */
          readonly leave: Leave | null;
        } | null;
        readonly corrections: readonly {
          readonly at: number;
          readonly by: string;
          readonly why: string;
          readonly before: string;
          readonly leave: Leave | null;
        }[];
        /** The taking of captions whose words stand here; undefined as soon as somebody has worked on them. */
        readonly captions?: number | undefined;
        /** Where the floor had somebody else: who that was. */
        readonly speakerCorrections: readonly {
          readonly at: number;
          readonly by: string;
          readonly why: string;
          readonly before: PersonId;
        }[];
        /** The floor's turn that this is a part of; null for a turn of the floor's itself. */
        readonly partOf: number | null;
        /**
         * It was joined into this turn and is no turn of the document now; with what that turn had before. A reader
         * leaves it out until it comes again without.
         */
        readonly joined: {
          readonly into: number;
          readonly endedAt: number | null;
          readonly explanation: { readonly document: string | null; readonly ms: number | null } | null;
        } | null;
        /** The last editing: when, by whom; and what `undoEdit` takes back or does again; the desk's. */
        readonly edited: { readonly at: number; readonly by: string } | null;
        readonly undo: number | null;
        readonly redo: number | null;
      }
    | {
        readonly type: 'stage';
        /** A call of a choice, 異議なし, 異議あり, or words somebody wrote. */
        readonly direction: 'call' | 'noObjection' | 'objection' | 'free';
        readonly choice: 'yes' | 'no' | 'abstain' | null;
        readonly method: VoteMethodName | null;
        /** The turn it stands in; null when nobody had the floor. */
        readonly turn: number | null;
      }
    | {
        readonly type: 'vote';
        readonly vote: string;
        readonly round: number;
        readonly method: VoteMethodName;
        readonly question: string | null;
        /** The motion or amendment that was put, by its running number. */
        readonly motion: number | null;
        readonly counts: {
          readonly yes: number;
          readonly no: number;
          readonly abstain: number;
          readonly invalid: number;
        } | null;
        readonly eligible: number;
        readonly required: number;
        readonly present: number;
        readonly quorum: number;
        /** How many objected to 異議なし. */
        readonly objections: number;
        readonly castingVote: 'yes' | 'no' | null;
        readonly outcome: 'carried' | 'rejected' | 'void' | null;
        /** `opened`, `reported` and `declared` are one block that fills in as the ceremony goes. */
        readonly phase: 'opened' | 'closed' | 'reported' | 'declared' | 'escalated' | 'void';
        /** The turns in which the count was reported and the result declared. */
        readonly reportTurn: number | null;
        readonly declareTurn: number | null;
        readonly declaredAt: number | null;
        /** The log position of the declaration. */
        readonly declaredSeq: number | null;
        /** The desk entered the declaration on the chair's word. */
        readonly onChairsWord: boolean;
        /** Votes put right between the count and the declaration. */
        readonly corrections: readonly {
          readonly at: number;
          readonly who: PersonId;
          readonly why: string;
        }[];
        readonly voidReason: string | null;
      }
    | {
        readonly type: 'election';
        /** Its running number; null for an appointment (指名) without one. */
        readonly election: number | null;
        readonly office: Office;
        readonly method: ElectionMethod | 'appointed';
        readonly elected: PersonId | null;
        /** One for each count, as closed. */
        readonly rounds: readonly {
          readonly counts: Readonly<Record<PersonId, number>>;
          readonly blank: number;
          readonly invalid: number;
        }[];
        readonly lot: boolean;
        readonly declareTurn: number | null;
      }
    | {
        readonly type: 'conclusion';
        /** `text` is empty where the profile's sentence for the outcome stands. */
        readonly conditions: readonly string[];
      }
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
          | 'excluded'
          | 'channel'
          /** Leave to take part online: given by the chair, by the members, or refused. */
          | 'onlinePermitted'
          | 'onlineConsented'
          | 'onlineDeclined';
        /** From where somebody takes part after it; null for who is not there. */
        readonly channel: Channel | null;
        readonly reason: string | null;
        /** The item of an exclusion (除斥); `item` says during which one it was recorded. */
        readonly from: ItemId | null;
      }
    | { readonly type: 'observers'; readonly count: number }
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
          | 'quorumRegained'
          | 'dispatched'
          | 'roundOpened'
          | 'roundClosed'
          | 'notified';
      }
    | {
        readonly type: 'opinion';
        readonly opinion: number;
        readonly response: { readonly text: string; readonly at: number } | null;
        /** Where an opinion of an earlier meeting comes from; null for one of this meeting. */
        readonly carried: {
          readonly origin: string;
          readonly item: string;
          readonly department: string;
          readonly no: number;
        } | null;
      }
    | {
        readonly type: 'promise';
        readonly promise: number;
        readonly due: string | null;
        /** Where a promise of an earlier meeting comes from; null for one of this meeting. */
        readonly carried: { readonly origin: string; readonly item: string; readonly name: string } | null;
        readonly fulfilled: { readonly text: string; readonly at: number } | null;
      }
    | {
        readonly type: 'motion';
        readonly motion: number;
        readonly kind: 'motion' | 'amendment';
        readonly seconders: readonly PersonId[];
        readonly withdrawn: boolean;
      }
    | { readonly type: 'question'; readonly question: number }
    | { readonly type: 'answer'; readonly question: number }
    | {
        readonly type: 'decision';
        readonly choice: 'yes' | 'no' | 'abstain';
        readonly late: boolean;
        /** Was late beside one in time, and stands in that one's place since the deadline was moved: not read here. */
        readonly moved?: true;
      }
    | { readonly type: 'note' }
    | {
        /** A caption file that was taken in, and what of it went into no turn: for the desk alone. */
        readonly type: 'captions';
        readonly captions: number;
        readonly source: CaptionSource;
        /** How many turns it gave words to. */
        readonly turns: number;
        readonly kept: readonly KeptCaption[];
        readonly undone: { readonly at: number; readonly by: string } | null;
      }
  );

export type BlockType = MinutesBlock['type'];
export type BlockOf<T extends BlockType> = Extract<MinutesBlock, { readonly type: T }>;
