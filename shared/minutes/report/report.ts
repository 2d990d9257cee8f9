import type { MeetingMode } from '../../meeting/plan.ts';
import type { Role } from '../../meeting/person.ts';

/*
 * A meeting after the fact, in figures: who spoke when, who was there, what took how long, what was decided. It is made
 * from the minutes' blocks and so says what they say; no words that anybody spoke are in it. Times are epoch
 * milliseconds, lengths are milliseconds.
 */

/** As what somebody spoke: presiding, as a member in the room or online, or as an official or the secretariat. */
export const speakerKinds = ['chair', 'inRoom', 'online', 'official'] as const;
export type SpeakerKind = (typeof speakerKinds)[number];

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface ReportTurn extends Span {
  readonly kind: SpeakerKind;
  readonly explanation: boolean;
}

export interface ReportSpeaker {
  readonly name: string;
  readonly role: Role;
  /** A title, or the department; empty for an ordinary member. */
  readonly note: string;
  readonly online: boolean;
  readonly turns: readonly ReportTurn[];
  readonly ms: number;
}

/** How many members were there from `at` on. */
export interface PresenceStep {
  readonly at: number;
  readonly inRoom: number;
  readonly online: number;
}

export interface PresenceChange {
  readonly at: number;
  readonly name: string;
  readonly change: 'late' | 'left' | 'reentry' | 'channel';
}

export interface ReportItem {
  readonly number: string;
  readonly title: string;
  /** When it was on the table. */
  readonly spells: readonly Span[];
  /** How long it took, recesses left out; null for one that was not taken up. */
  readonly ms: number | null;
  /** Minutes. */
  readonly planned: number | null;
}

export interface ReportVote {
  readonly number: string;
  readonly title: string;
  /** The declaration; null for a result in writing. */
  readonly at: number | null;
  readonly eligible: number;
  readonly required: number;
  /** Null for 異議なし. */
  readonly counts: { readonly yes: number; readonly no: number; readonly abstain: number } | null;
  /** In writing: how many did not reply. */
  readonly noReply: number | null;
  /** 承認, 否決 …, in the body's own words. */
  readonly outcome: string;
  readonly carried: boolean;
}

export interface MeetingReport {
  readonly title: string;
  readonly startsAt: string;
  readonly mode: MeetingMode;
  readonly live: boolean;
  readonly plannedStart: number;
  readonly plannedEnd: number | null;
  /** The clock of all pictures, from the opening to the end or until now; null before the opening, and in writing. */
  readonly clock: Span | null;
  readonly seats: number;
  /** Members who were there at any time, by where they were last. */
  readonly attended: { readonly inRoom: number; readonly online: number };
  readonly quorum: number;
  readonly steps: readonly PresenceStep[];
  readonly changes: readonly PresenceChange[];
  readonly belowQuorum: readonly Span[];
  readonly recesses: readonly Span[];
  /** Everybody who spoke: the chair, members, officials, the secretariat, each in the roster's order. */
  readonly speakers: readonly ReportSpeaker[];
  /** Members who were there and did not speak. */
  readonly silent: readonly string[];
  readonly items: readonly ReportItem[];
  readonly votes: readonly ReportVote[];
  /** A meeting in writing: its course, and how many questions, answers and decisions came. */
  readonly written: {
    readonly course: readonly {
      readonly at: number;
      readonly what: 'dispatched' | 'roundOpened' | 'roundClosed' | 'notified';
      readonly round: 'questions' | 'answers' | 'decisions' | null;
    }[];
    readonly questions: number;
    readonly answers: number;
    readonly members: number;
    readonly replied: number;
  } | null;
}
