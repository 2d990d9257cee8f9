import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import type { PersonMap } from '../../meeting/personMap.ts';

/**
 * Presence is three facts: the seat (`presence`, `channel`), the identity seen by the desk (`identifiedAt`), and the
 * link (`lostAt`). A connected socket is not an attendance, and a lost one becomes an absence only as the rules say.
 */
export interface Seat {
  readonly presence: 'expected' | 'present' | 'absent' | 'left';
  readonly channel: Channel | null;
  /** Video and audio seen (本人確認). */
  readonly identifiedAt: number | null;
  /** How somebody online came through when last tried (接続確認); null: not tried since they are there. */
  readonly link: { readonly at: number; readonly video: boolean; readonly audio: boolean } | null;
  readonly checkedInAt: number | null;
  /** First arrived after the meeting was opened (遅参). */
  readonly late: boolean;
  readonly leftAt: number | null;
  readonly leftReason: string | null;
  /** Whether they said so, or their link was lost for longer than the grace. */
  readonly leftCause: 'said' | 'connection' | null;
  /** Since when an online member's link has been lost (通信途絶); null while it is up. */
  readonly lostAt: number | null;
  /** When the grace period for the lost link ends. */
  readonly graceUntil: number | null;
  /** The grace ran out under the rule `excludeFromVote`: present, but outside the vote until the link is back. */
  readonly excluded: boolean;
}

/** A member's leave to take part online: what they asked, who consented, and the answer. */
export interface OnlinePermit {
  readonly asked: { readonly at: number; readonly reason: string | null } | null;
  /** The other members, as far as they said one by one whether they consent. */
  readonly consents: Readonly<Record<PersonId, boolean>>;
  readonly answer:
    | {
        readonly permitted: true;
        readonly at: number;
        /** By the chair, or by the members: without objection, by a count, or one by one. */
        readonly how: 'chair' | 'noObjection' | 'counted' | 'named';
        /** How many consented and did not, where they were counted. */
        readonly yes: number | null;
        readonly no: number | null;
      }
    | { readonly permitted: false; readonly at: number; readonly why: string | null }
    | null;
}

export interface AttendanceState {
  /** One entry for each person on the roster, officials and secretariat too. */
  readonly seats: PersonMap<Seat>;
  /** The graces that run now, and when each ends: kept apart so that nobody has to look at every seat. */
  readonly graces: PersonMap<number>;
  /** Who is excluded from an item for an interest in it (除斥), and from which. */
  readonly recusals: Readonly<Record<PersonId, ItemId>>;
  /** Of members who asked for leave to take part online, or were given or refused it. */
  readonly permits: Readonly<Record<PersonId, OnlinePermit>>;
  readonly observers: number;
  /** The quorum was met at the last look and is not any more; when that happened. Null while it is met. */
  readonly quorumLostAt: number | null;
}

export const expectedSeat: Seat = {
  presence: 'expected',
  channel: null,
  identifiedAt: null,
  link: null,
  checkedInAt: null,
  late: false,
  leftAt: null,
  leftReason: null,
  leftCause: null,
  lostAt: null,
  graceUntil: null,
  excluded: false,
};
