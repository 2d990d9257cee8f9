import type { CommandInput } from '../meeting/commands.ts';
import type { Refusal } from '../meeting/refusal.ts';
import type { MeetingInfo, PlanInput } from '../meeting/plan.ts';
import type { Role } from '../meeting/person.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import type { Patch } from '../views/diff.ts';
import type { Retention } from '../features/confirmation/retention.ts';
import type { Audience } from '../views/types/audience.ts';

/*
 * What pages ask over HTTP; the meeting itself goes over the socket. Every request says with `?s=` which of the
 * browser's sessions it is (the header `Authorization: Bearer SECRET` does for programs), and every answer that is not
 * 2xx is a `Refused`. All times are epoch milliseconds.
 */

export interface Refused {
  readonly refusal: Refusal;
}

/** POST /api/link: the token from a link's fragment. Sets the session's cookie. */
export interface LinkToken {
  readonly token: string;
}
/** `session` goes into `?s=` and into the socket's handshake; `url`: the page to open, with it. */
export interface LinkOpened {
  readonly session: string;
  readonly url: string;
}

export type LinkRole = 'desk' | 'person' | 'screen' | 'observer';

/** GET /api/session: who this page is. */
export interface SessionInfo {
  readonly session: string;
  readonly role: LinkRole;
  /** Null for the desk, which has all meetings. */
  readonly meeting: string | null;
  readonly person: { readonly id: string; readonly name: string; readonly role: Role } | null;
  /** The screens this session may open in its meeting, its own first; they change when somebody else presides. */
  readonly audiences: readonly Audience[];
  /** The page to open: that of the first audience. */
  readonly url: string;
}

/** GET /api/meetings, the newest first. */
export interface MeetingListing {
  readonly id: string;
  readonly info: Pick<MeetingInfo, 'title' | 'body' | 'startsAt' | 'venue' | 'mode'>;
  readonly status: 'preparing' | 'open' | 'recess' | 'adjourned' | 'closed';
  readonly rehearsal: boolean;
  readonly createdAt: number;
  readonly people: number;
  /** When its minutes were made final. */
  readonly finalizedAt: number | null;
  readonly retention: Retention;
}

/** A meeting in a list of what is still to be done. `session`: 第４回, else its title. */
export interface FollowUpMeeting {
  readonly id: string;
  readonly title: string;
  readonly session: string;
  readonly startsAt: number;
}
/** A promise (宿題) or an opinion (附帯意見), from the meeting it was made in to the one in which it was done. */
export interface FollowUp {
  readonly text: string;
  /** The meeting and the matter in which it was made, in words; and its number there. */
  readonly origin: string;
  readonly item: string;
  readonly no: number;
  /** Who promised; empty for an opinion. */
  readonly name: string;
  /** The promiser's, or the one that an opinion is addressed to. */
  readonly department: string;
  readonly due: string | null;
  /** Null: it was made in a meeting that is not kept here. */
  readonly made: FollowUpMeeting | null;
  /** The last meeting that it was handed on to, and the item under which it is reported on there. */
  readonly carriedTo: (FollowUpMeeting & { readonly item: string }) | null;
  readonly done: { readonly text: string; readonly at: number; readonly in: FollowUpMeeting } | null;
}
/** GET /api/follow-ups: over all meetings but rehearsals. Open ones first, the oldest first; then the last done. */
export interface FollowUps {
  readonly promises: readonly FollowUp[];
  readonly opinions: readonly FollowUp[];
}

/** What a later meeting did of one's promises or opinions, by their numbers in that one. */
export interface DoneElsewhere {
  readonly promises: readonly DoneThere[];
  readonly opinions: readonly DoneThere[];
}
export interface DoneThere {
  readonly no: number;
  readonly text: string;
  readonly at: number;
  readonly in: FollowUpMeeting;
}
/** GET /api/meetings/:id/across, for the desk: what other meetings know of this one, and it of the one before. */
export interface Across {
  readonly done: DoneElsewhere;
  /** The meeting before, whose minutes this one confirms; null: it names none. */
  readonly previous: {
    readonly id: string;
    readonly title: string;
    /** Whether it is kept here at all. */
    readonly known: boolean;
    readonly finalizedAt: number | null;
    /** When this meeting's body agreed to its minutes; null: not yet. */
    readonly agreedAt: number | null;
    /** Whether its record says so. */
    readonly recorded: boolean;
  } | null;
}

/** POST /api/meetings. `at`: when a rehearsal's clock begins; by default at the plan's `startsAt`. */
export interface NewMeeting {
  readonly plan: PlanInput;
  readonly rehearsal?: boolean | undefined;
  readonly at?: number | undefined;
}
export interface MeetingMade {
  readonly id: string;
}

/** POST /api/rehearsals: plays the bundled sample meeting. `speed`: times the clock's; 0 leaves it to the visitor. */
export interface NewRehearsal {
  readonly speed?: number | undefined;
}
/** PATCH /api/rehearsals/:id. */
export interface RehearsalChange {
  readonly speed?: number | undefined;
  readonly paused?: boolean | undefined;
}
/** GET /api/rehearsals/:id. `trouble`: why the player stopped before the end. */
export interface RehearsalStatus {
  readonly speed: number;
  readonly paused: boolean;
  readonly step: number;
  readonly steps: number;
  readonly done: boolean;
  readonly trouble: string | null;
}

/**
 * GET /api/meetings/:id/replaced: null, or the store was replaced by an older copy and the meeting is frozen until the
 * desk's POST /api/meetings/:id/replaced/confirm. The record went to position `had` and goes to `has` now; `missing`
 * are those of the lost events that this server still remembers.
 */
export interface ReplacedReport {
  readonly had: number;
  readonly has: number;
  readonly missing: readonly {
    readonly no: number;
    readonly at: number;
    /** Null: the desk, or the server itself. */
    readonly by: string | null;
    readonly type: string;
  }[];
}

/**
 * POST /api/meetings/:id/captions, for the desk: the command `takeCaptions` with its id. Sent again with the same id it
 * gets the first answer.
 */
export type NewCaptions = { readonly id: string } & Omit<CommandInput<'takeCaptions'>, 'do'>;
export interface CaptionsAnswer {
  /** The log position after it. */
  readonly version: number;
}

/**
 * GET /api/disposals, for the town hall's desk: the register of records that were taken out (廃棄の記録), the newest first;
 * with `?format=csv` as a file.
 */
export interface DisposalListing {
  readonly meeting: string;
  readonly title: string;
  readonly body: string;
  /** When it was held: ISO 8601 with its offset. */
  readonly heldAt: string;
  readonly records: number;
  /** The last record's hash, in hex. */
  readonly head: string;
  readonly removedAt: number;
  /** The id of the desk's link. */
  readonly removedBy: string;
  readonly file: string;
}

/** GET /api/drafts. */
export interface DraftListing {
  readonly id: string;
  /** What was typed as the meeting's title so far. */
  readonly title: string;
  readonly updatedAt: number;
}

/** GET /api/profiles: the forms in which the server can print minutes. */
export interface ProfileListing {
  readonly id: string;
  readonly name: string;
}

/**
 * GET /api/meetings/:id/minutes/document?copy=&have=&profile=: the minutes as the meeting's profile (or the named one)
 * prints them, at log position `version`. `patch` instead of the whole where `have` is a revision that the server remembers.
 */
export type MinutesPage = {
  readonly revision: string;
  readonly version: number;
  /** The form it is printed in, and what that is called: 目黒区（審議会・全文）. */
  readonly profile: string;
  readonly form: string;
  /** The meeting's own form, where the server does not have it (any more); null where it has. */
  readonly missing: string | null;
} & (
  | { readonly document: MinutesDocument; readonly patch?: undefined }
  | { readonly patch: Patch; readonly document?: undefined }
);

/** One link as the desk sees it. The token is shown once, when the link is made; the server keeps only its hash. */
export interface LinkListing {
  readonly id: string;
  readonly role: LinkRole;
  readonly person: string | null;
  readonly createdAt: number;
  readonly usedAt: number | null;
  readonly revokedAt: number | null;
}
/** GET /api/meetings/:id/links. `bases`: the addresses under which others may reach this server, the likeliest first. */
export interface Links {
  readonly links: readonly LinkListing[];
  readonly bases: readonly string[];
}
/**
 * POST /api/meetings/:id/links, and POST /api/links for a further desk. A new link for a person takes the place of
 * the one before, which is revoked. `people` makes one for each (seat cards). `base`: one of `bases`.
 */
export type NewLink = {
  readonly base?: string | undefined;
} & (
  | { readonly role: 'person'; readonly people: readonly string[] }
  | { readonly role: 'screen' | 'observer' | 'desk' }
);
export interface LinkMade {
  readonly link: LinkListing;
  readonly url: string;
  /** The QR code of `url` without its quiet zone: a text for each row, 1 is dark. */
  readonly qr: readonly string[];
}
export interface LinksMade {
  readonly made: readonly LinkMade[];
}
