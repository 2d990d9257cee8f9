import type { Seat } from '../../features/attendance/state.ts';
import type { BallotChoice, VoteId } from '../../features/votes/state.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Choice } from '../../rules/rules.ts';
import type { Millis } from './millis.ts';

/** The small personal part, sent to one person alone when it changes. */
export interface MeView {
  readonly person: PersonId;
  /** What I asked of my own turns (取消し・訂正の申出). */
  readonly leaves: readonly {
    readonly no: number;
    readonly turn: number;
    readonly to: 'withdraw' | 'correct';
    readonly standing: 'waiting' | 'given' | 'denied' | 'dropped';
  }[];
  readonly presiding: boolean;
  readonly presence: Seat['presence'];
  readonly channel: Channel | null;
  readonly identified: boolean;
  /** Online while the item on the table is closed to the public, where the rules do not let them take part. */
  readonly keptOut: boolean;
  /** Taking part online, where this meeting has it; null where it has not, and for who holds no seat. */
  readonly online: {
    /** What it takes: nothing, or leave that I have not asked for, asked for, was given or refused. */
    readonly leave: 'free' | 'ask' | 'asked' | 'permitted' | 'declined';
    readonly by: 'chair' | 'members';
    readonly askedAt: Millis | null;
    readonly reason: string | null;
    /** Why it was refused, where a reason was given. */
    readonly why: string | null;
    /** To whose taking part online I consented, or did not. */
    readonly consents: Readonly<Record<PersonId, boolean>>;
  } | null;
  /** My link as the desk last tried it (接続確認); null: not tried, or in the room. */
  readonly link: { readonly at: Millis; readonly video: boolean; readonly audio: boolean } | null;
  /**
   * May vote in the open vote, or in one opened now; if not, why. It stands while nothing about this person changes,
   * so that opening a vote sends nothing to anybody alone. Null for whoever holds no seat.
   */
  readonly mayVote: { readonly ok: true } | ({ readonly ok: false } & Sentence) | null;
  /**
   * My latest ballot, whichever vote it was in: a page compares `vote` with the vote on the table. For a secret ballot
   * only that it was taken.
   */
  readonly ballot: {
    readonly vote: VoteId;
    readonly choice: BallotChoice | null;
    /** When it was received; null for a secret ballot, of which no time is kept. */
    readonly at: Millis | null;
  } | null;
  /** In the election that is open now; null while there is none. */
  readonly election: { readonly took: boolean; readonly mayVote: boolean } | null;
  /** 発言通告 that I gave. */
  readonly notices: readonly { readonly item: ItemId; readonly text: string | null; readonly at: Millis }[];
  /** My turns from the queue today, and the time of all of them up to the last that ended. */
  readonly spoken: { readonly times: number; readonly ms: number };
  readonly written: {
    readonly consent: boolean | null;
    /** Items on which nothing is asked of this member (除斥). */
    readonly recused: readonly ItemId[];
    readonly questions: readonly number[];
    readonly decisions: Readonly<
      Record<
        ItemId,
        {
          readonly choice: Choice;
          readonly opinion: string | null;
          readonly at: Millis;
          readonly late: boolean;
        }
      >
    >;
  } | null;
}
