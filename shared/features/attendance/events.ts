import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';

export interface AttendanceEvents {
  CheckedIn: { who: PersonId; channel: Channel; late: boolean; reentry: boolean };
  IdentityConfirmed: { who: PersonId };
  /** Somebody online was tried out: whether they are seen and heard (接続確認). */
  LinkChecked: { who: PersonId; video: boolean; audio: boolean };
  /** オンライン出席の願い出, and what became of it. */
  OnlineAsked: { who: PersonId; reason: string | null };
  OnlineAskWithdrawn: { who: PersonId };
  /** `who` consents to `about` taking part online, or does not. */
  OnlineConsented: { about: PersonId; who: PersonId; agree: boolean };
  /** `how`: by the chair, or by the members without objection, as counted, or one by one; `needed` of them. */
  OnlinePermitted: {
    who: PersonId;
    how: 'chair' | 'noObjection' | 'counted' | 'named';
    yes: number | null;
    no: number | null;
    needed: number | null;
  };
  OnlineDeclined: { who: PersonId; why: string | null };
  ChannelChanged: { who: PersonId; channel: Channel };
  /** `graceUntil`: epoch ms at which the rule's consequence follows. */
  ConnectionLost: { who: PersonId; graceUntil: number };
  ConnectionRestored: { who: PersonId };
  /** `since` is when the person really went: for an expired grace, the moment the link was lost. */
  Left: { who: PersonId; since: number; reason: string | null; cause: 'said' | 'connection' };
  /** The grace ran out under `excludeFromVote`. */
  ExcludedFromVote: { who: PersonId; since: number };
  MarkedAbsent: { who: PersonId };
  Recused: { who: PersonId; item: ItemId };
  RecusalEnded: { who: PersonId; item: ItemId };
  ObserversAdmitted: { count: number };
  /** Fewer are present than the quorum asks; `since` is when it was really lost. */
  QuorumLost: { since: number; present: number; required: number };
  QuorumRegained: { present: number; required: number };
}
