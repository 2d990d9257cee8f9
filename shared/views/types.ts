import type { AgendaItem, ItemId } from '../meeting/agendaItem.ts';
import type { Channel, PersonId, Role } from '../meeting/person.ts';
import type { MeetingInfo } from '../meeting/plan.ts';
import type { CommandInput } from '../meeting/commands.ts';
import type { Seat } from '../features/attendance/state.ts';
import type { ConductState } from '../features/conduct/state.ts';
import type { Retention } from '../features/confirmation/retention.ts';
import type { HandKind } from '../features/floor/state.ts';
import type { BallotChoice, Motion, Resolution, Tally, Vote, VoteId } from '../features/votes/state.ts';
import type { Choice, Rules, VoteMethodName } from '../rules/rules.ts';
import type { Sentence } from '../protocol/language.ts';

/*
 * What each audience may see of a meeting, field by field. A view is built up from these, never cut down from the
 * state: a field that is not named here does not leave the server.
 */

export const audiences = ['chair', 'desk', 'member', 'observer', 'screen'] as const;
export type Audience = (typeof audiences)[number];

/** Times are epoch milliseconds of the meeting's clock everywhere in a view. */
type Millis = number;

export interface MeetingHead {
  readonly id: string;
  readonly info: MeetingInfo;
  readonly status: ConductState['status'];
  readonly openedAt: Millis | null;
  readonly closedAt: Millis | null;
  readonly recess: { readonly since: Millis; readonly until: string | null } | null;
  /** Who leads now; null while nobody does. */
  readonly presiding: PersonId | null;
  readonly rehearsal: boolean;
  readonly profile: string;
}

export interface PersonLine {
  readonly id: PersonId;
  readonly name: string;
  readonly kana: string | null;
  readonly role: Role;
  readonly title: string | null;
  readonly department: string | null;
  readonly seat: number | null;
  readonly presence: Seat['presence'];
  readonly channel: Channel | null;
}

/** 出席 19／21（会場17 オンライン2）. Members only; officials do not count. */
export interface AttendanceLine {
  readonly seats: number;
  readonly present: number;
  readonly inRoom: number;
  readonly online: number;
  readonly absent: number;
  readonly left: number;
  readonly observers: number;
}

export interface QuorumLine {
  readonly required: number;
  /** Those who count towards it, which the rules may make fewer than those present. */
  readonly present: number;
  readonly met: boolean;
  readonly lostAt: Millis | null;
  /** What its loss leads to, by the body's rules. */
  readonly onLoss: Rules['quorum']['onLoss'];
  readonly explanation: Sentence;
}

/** An online member whose link is lost, while the grace runs. `losesQuorum`: the body falls below quorum if they go. */
export interface GraceLine {
  readonly who: PersonId;
  readonly since: Millis;
  readonly until: Millis;
  readonly losesQuorum: boolean;
}

/** Who could vote if a vote were opened now, and how many yes it would take: 必要 10／表決権者 18. */
export interface VotersLine {
  readonly eligible: number;
  readonly required: number;
  readonly chairVotes: boolean;
  readonly explanation: Sentence;
}

export interface AgendaLine {
  readonly id: ItemId;
  readonly title: string;
  readonly short: string | null;
  /** As the body's profile prints it: （１）, 1., ①. Empty for an item without a number. */
  readonly number: string;
  readonly kind: AgendaItem['kind'];
  readonly parent: ItemId | null;
  readonly joint: readonly string[];
  readonly official: PersonId | null;
  readonly department: string | null;
  readonly method: VoteMethodName | null;
  readonly status: 'planned' | 'current' | 'ended' | 'joined';
  readonly plannedMinutes: number | null;
  readonly startedAt: Millis | null;
  readonly endedAt: Millis | null;
  readonly spent: number;
  readonly runningSince: Millis | null;
  /** 承認, 否決 …, once declared; what the profile calls it. */
  readonly outcome: Sentence | null;
  /** Why it is closed to the public (非公開); null where it is open. */
  readonly closedReason: string | null;
  /** A closed vote of this item still waits for its declaration. */
  readonly undeclared: boolean;
}

export interface TurnLine {
  readonly no: number;
  readonly who: PersonId;
  readonly since: Millis;
  readonly kind: 'speech' | 'explanation';
  /** This is the person's n-th turn from the queue on this item; 0 for officials and the chair. */
  readonly times: number;
  readonly channel: Channel | null;
  /** When this member's time on the item is used up (`floor.limit`); null without a limit, and for whoever leads. */
  readonly limitAt: Millis | null;
}

export interface QueueLine {
  readonly who: PersonId;
  readonly kind: HandKind;
  readonly raisedAt: Millis;
  readonly enteredAt: Millis;
  readonly source: 'self' | 'desk' | 'chair' | 'notice';
  readonly channel: Channel;
  /** Earlier turns from the queue on this item: 0 is 初めて. */
  readonly times: number;
  /** The link of this online member is lost; the hand stands. */
  readonly lost: boolean;
  /** Lines with the same number were raised at once (同時); null for a hand on its own. */
  readonly tie: number | null;
  /** Why it stands at this place, e.g. 受付 14:03:21 会場（事務局入力）. */
  readonly why: Sentence;
}

export interface FloorLine {
  readonly turn: TurnLine | null;
  readonly lastMember: PersonId | null;
  readonly listOpen: boolean;
  readonly queue: readonly QueueLine[];
  /** For each group of hands raised at once: the rule that ordered them, in words. */
  readonly ties: readonly { readonly tie: number; readonly note: Sentence }[];
}

/** The steps of a vote's ceremony, in the order this method takes them. */
export type VoteStep =
  | { readonly step: 'call'; readonly choice: Choice; readonly at: Millis | null }
  | { readonly step: 'ballots'; readonly at: Millis | null }
  | { readonly step: 'objections'; readonly at: Millis | null }
  | { readonly step: 'close'; readonly at: Millis | null }
  | { readonly step: 'report'; readonly at: Millis | null }
  | { readonly step: 'casting'; readonly at: Millis | null }
  | { readonly step: 'declare'; readonly at: Millis | null };

/** 賛成＋反対＋棄権＋無効＋未確認 = 表決権者. */
export interface CountsLine {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
  readonly unaccounted: number;
}

/** A vote as everybody may see it. What the method hides before the close is null. */
export interface VoteLine {
  readonly id: VoteId;
  readonly item: ItemId;
  readonly round: number;
  readonly method: VoteMethodName;
  readonly question: string | null;
  readonly motion: Pick<Motion, 'no' | 'kind' | 'text'> | null;
  readonly status: Vote['status'];
  readonly openedAt: Millis;
  readonly steps: readonly VoteStep[];
  /** The step the ceremony is at: an index into `steps`; its length when all are done. */
  readonly at: number;
  /** Which choice is being called now (賛成の方…). */
  readonly called: Choice | null;
  /** The channel that is polled first and not yet complete (`vote.channelOrder`): the other one waits for it. */
  readonly polled: Channel | null;
  readonly eligible: number;
  readonly eligibleByChannel: Readonly<Record<Channel, number>>;
  readonly required: number;
  readonly quorum: { readonly required: number; readonly present: number };
  readonly chairVotes: boolean;
  readonly counts: CountsLine | null;
  /** How many ballots or hands are in, when `counts` is hidden. */
  readonly taken: number;
  readonly closing: { readonly at: Millis; readonly until: Millis } | null;
  readonly closedAt: Millis | null;
  readonly objections: number;
  /** Yes and no are level and the rule leaves it to the chair (裁決). */
  readonly tie: boolean;
  readonly castingVote: 'yes' | 'no' | null;
  readonly outcome: 'carried' | 'rejected' | null;
  readonly declaredAt: Millis | null;
  /** Why, in words a chair can read out; null while the counts are hidden. */
  readonly explanation: Sentence | null;
  readonly voidReason: string | null;
}

/** The prompter (口述): the words to read at this step, from the profile, filled in. */
export interface PrompterLine {
  /** What it is for: 事務局に報告を求める. */
  readonly note: Sentence;
  /** The words themselves, always in the meeting's language. */
  readonly words: string;
}

/** A button: the command it sends and its words. `sub` is the smaller line above or below. */
export interface ActionLine {
  readonly command: CommandInput;
  readonly label: Sentence;
  readonly sub: Sentence | null;
  readonly hint: Sentence | null;
  /** Set where the button is shown but cannot be pressed yet: why, and what to do instead. */
  readonly blocked: Sentence | null;
}

export interface MotionLine {
  readonly no: number;
  readonly item: ItemId;
  readonly kind: Motion['kind'];
  readonly text: string;
  readonly who: PersonId | null;
  readonly seconders: readonly PersonId[];
  readonly secondersNeeded: number;
  readonly status: Motion['status'];
  /**
   * An amendment's place in the order of the votes among those of its item that were not put, from 1 (原案に遠い順). Null
   * for others, and where the chair decides which is put next.
   */
  readonly place: number | null;
  /** Why it cannot be put yet: seconders are missing, or an amendment farther from the original goes first. */
  readonly blocked: Sentence | null;
}

export interface ElectionLine {
  readonly no: number;
  readonly item: ItemId;
  readonly office: 'chair' | 'deputyChair';
  readonly method: 'acclaimByNomination' | 'majorityRunoff' | 'plurality';
  readonly status: 'open' | 'counted' | 'declared' | 'abandoned';
  readonly nominees: readonly PersonId[];
  readonly objections: number;
  readonly round: number;
  readonly candidates: readonly PersonId[] | null;
  readonly eligible: number;
  readonly took: number;
  /** Ballot papers counted by hand so far, whatever they say. */
  readonly papers: number;
  /** Of the running round; null until it is closed. */
  readonly counts: Readonly<Record<PersonId, number>> | null;
  readonly blank: number;
  readonly invalid: number;
  readonly lotAmong: readonly PersonId[] | null;
  /** Who has enough votes or drew the lot; in office once `status` is `declared`. */
  readonly elected: PersonId | null;
  readonly explanation: Sentence | null;
}

/** What every audience sees. */
interface CommonView {
  /** The log position this view was made at: a command answered with version n shows in a view of version ≥ n. */
  readonly version: number;
  readonly meeting: MeetingHead;
  readonly people: Readonly<Record<PersonId, PersonLine>>;
  readonly peopleOrder: readonly PersonId[];
  readonly attendance: AttendanceLine;
  readonly quorum: QuorumLine;
  readonly voters: VotersLine;
  readonly agenda: readonly AgendaLine[];
  readonly current: ItemId | null;
  readonly floor: FloorLine;
  /** The vote on the table; the last one declared stays until the next item starts. */
  readonly vote: VoteLine | null;
  readonly election: ElectionLine | null;
  readonly motions: readonly MotionLine[];
}

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

export interface MemberView extends CommonView {
  readonly confirmation: ConfirmationLine;
  /** Whether the body takes notices of speeches (発言通告), and what they lead to. */
  readonly noticeRule: Rules['floor']['notice'];
  /** Until when members may ask that their own words be withdrawn or corrected. */
  readonly remarksUntil: Rules['remarks']['until'];
  readonly permits: AskedPermits | null;
  readonly written: WrittenLine | null;
}

/** Observers (傍聴人) see what the room sees, and nothing while a session is closed to the public. */
export interface ObserverView extends CommonView {
  readonly closedSession: boolean;
}

/** 発言通告, for whoever leads and for the desk: who wants to speak on an item, and about what. */
export interface NoticeLine {
  readonly who: PersonId;
  readonly item: ItemId;
  readonly text: string | null;
  readonly at: Millis;
}

/** 取消し・訂正の申出 that waits: who asks it of which of their turns, why, and whose leave it takes. */
export interface LeaveLine {
  readonly no: number;
  readonly who: PersonId;
  readonly turn: number;
  readonly to: 'withdraw' | 'correct';
  readonly why: string;
  readonly item: ItemId | null;
  /** When it was asked. */
  readonly at: Millis;
  /** The words as they are, and as they are to be; those of a withdrawal are to be none. */
  readonly before: string;
  readonly after: string | null;
  readonly leave: 'body' | 'chair';
}

export interface ChairView extends CommonView {
  readonly leaves: readonly LeaveLine[];
  readonly permits: PermitsLine | null;
  readonly notices: readonly NoticeLine[];
  readonly graces: readonly GraceLine[];
  readonly prompter: PrompterLine | null;
  /** The one thing to do next. */
  readonly next: ActionLine | null;
  /** Other things the chair may do at this step, the likeliest first. */
  readonly others: readonly ActionLine[];
  /** Warnings that belong where the eye is: quorum, over time, somebody who cannot be heard. */
  readonly warnings: readonly Sentence[];
  /** A meeting in writing, and how its decisions stand. */
  readonly written: WrittenLine | null;
  readonly writtenStanding: WrittenStanding | null;
}

export interface SeatLine {
  readonly who: PersonId;
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly presence: Seat['presence'];
  readonly channel: Channel | null;
  readonly identifiedAt: Millis | null;
  /** How they came through when last tried (接続確認); null: not tried. */
  readonly link: { readonly at: Millis; readonly video: boolean; readonly audio: boolean } | null;
  /** They come through as the rules ask, as far as it was tried. */
  readonly perceived: boolean;
  /** Leave to take part online: asked for, given, refused, or (`needed`) not there although it is taken. */
  readonly permit: 'none' | 'asked' | 'needed' | 'permitted' | 'declined';
  readonly checkedInAt: Millis | null;
  readonly leftAt: Millis | null;
  readonly lostAt: Millis | null;
  readonly graceUntil: Millis | null;
  readonly excluded: boolean;
  readonly recusedFrom: ItemId | null;
  /** How many of this person's devices are connected now. */
  readonly devices: number;
  readonly hand: HandKind | null;
  readonly speaking: boolean;
  /** In a vote: may vote, has voted (with what, where the method lets the desk see it), or is unaccounted for. */
  readonly vote:
    | { readonly state: 'none' }
    | { readonly state: 'waiting' | 'taken' | 'unaccounted' }
    | { readonly state: 'voted'; readonly choice: BallotChoice; readonly at: Millis };
}

/** 要対応: something that needs a person, with the command that its button sends where one command mends it. */
export interface TodoLine {
  readonly id: string;
  readonly level: 'warn' | 'info';
  readonly title: Sentence;
  readonly detail: Sentence | null;
  /** From when on it is so; in the future, a page shows it when that has come (an item over its time). */
  readonly since: Millis | null;
  readonly until: Millis | null;
  readonly action: ActionLine | null;
}

export interface DeskView extends CommonView {
  readonly confirmation: ConfirmationLine;
  readonly leaves: readonly LeaveLine[];
  /** 保存と消去: what of this meeting is deleted when. */
  readonly retention: Retention;
  readonly notices: readonly NoticeLine[];
  readonly permits: PermitsLine | null;
  readonly rules: Rules;
  readonly seats: Readonly<Record<PersonId, SeatLine>>;
  readonly graces: readonly GraceLine[];
  readonly prompter: PrompterLine | null;
  readonly next: ActionLine | null;
  /** The vote's bookkeeping: device ballots and hands counted, by channel. */
  readonly book: {
    readonly vote: VoteId;
    /** Ballots that have a name; null while they are shut. */
    readonly ballots: Readonly<Record<Channel, Tally>> | null;
    /** What the opened box of a secret ballot held. */
    readonly box: Tally | null;
    /** How many ballots are in, whatever they say. */
    readonly taken: Readonly<Record<Channel, number>>;
    readonly counts: Vote['counts'];
    /** Voters of whom nothing is known, as far as anybody can tell their names; empty while they are too many. */
    readonly unaccounted: readonly PersonId[];
    readonly resolutions: readonly Resolution[];
  } | null;
  readonly todos: readonly TodoLine[];
  readonly screen: ConductState['screen'];
  readonly chairConnected: boolean;
  readonly screensConnected: number;
  readonly written: WrittenLine | null;
  readonly writtenBook: WrittenBook | null;
  readonly opinions: readonly {
    readonly no: number;
    readonly item: ItemId;
    readonly text: string;
    readonly answered: boolean;
    /** Of an earlier meeting: which one, on what, to which department, and its number there. */
    readonly carried: {
      readonly origin: string;
      readonly item: string;
      readonly department: string;
      readonly no: number;
    } | null;
  }[];
  readonly promises: readonly {
    readonly no: number;
    readonly item: ItemId;
    readonly from: PersonId | null;
    readonly text: string;
    readonly due: string | null;
    readonly fulfilled: boolean;
    /** Of an earlier meeting: which one, on what, and who promised it. */
    readonly carried: { readonly origin: string; readonly item: string; readonly name: string } | null;
  }[];
  /** The meeting whose minutes are confirmed (前回会議録の確認) in this one. */
  readonly previous: { readonly meeting: string; readonly title: string } | null;
}

export interface ScreenView extends CommonView {
  readonly screen: ConductState['screen'];
  /** The scene to show: what the desk chose, or what the meeting is at. */
  readonly scene: Exclude<ConductState['screen']['scene'], 'auto'>;
  /** Where members scan to join, when the scene shows it; made by the server from the request's host. */
  readonly joinUrl: string | null;
}

export interface WrittenRoundLine {
  readonly no: number;
  readonly kind: 'questions' | 'answers' | 'decisions';
  readonly openedAt: Millis;
  readonly deadline: Millis | null;
  readonly closedAt: Millis | null;
}

export interface WrittenLine {
  readonly dispatchedAt: Millis | null;
  readonly documents: readonly string[];
  /** Consent to hold the meeting in writing: whose it takes, how many answered, agreed, and must agree. */
  readonly consent: {
    readonly of: 'chair' | 'members';
    readonly asked: number;
    readonly agreed: number;
    readonly needed: number;
  };
  /** What the dispatch announced for rounds that have not begun. */
  readonly announced: Readonly<Partial<Record<WrittenRoundLine['kind'], Millis>>>;
  /** In the order in which they began; those with `closedAt: null` run. */
  readonly rounds: readonly WrittenRoundLine[];
  /** The items that members are asked to decide on. */
  readonly decides: readonly ItemId[];
  /** Whether abstaining is one of the answers. */
  readonly mayAbstain: boolean;
  /** How many members there are, and how many of them have decided on everything they are asked. */
  readonly members: number;
  readonly replied: number;
  readonly questions: readonly {
    readonly no: number;
    readonly item: ItemId;
    readonly text: string;
    readonly at: Millis;
    readonly answers: readonly { readonly by: PersonId; readonly text: string; readonly at: Millis }[];
  }[];
  readonly results: Readonly<
    Record<
      ItemId,
      {
        readonly counts: CountsLine;
        readonly required: number;
        readonly outcome: 'carried' | 'rejected' | 'noQuorum';
        readonly explanation: Sentence;
      }
    >
  >;
  readonly notifiedAt: Millis | null;
}

/** How the decisions of a written meeting stand: for the desk, to whom members reply, and the chair. */
export interface WrittenStanding {
  /** Members who have not decided on everything they are asked, in the roster's order. */
  readonly missing: readonly PersonId[];
  /** Each item as the replies stand. */
  readonly interim: Readonly<
    Record<
      ItemId,
      {
        readonly counts: CountsLine;
        readonly required: number;
        readonly quorum: number;
        readonly outcome: 'carried' | 'rejected' | 'noQuorum';
        readonly explanation: Sentence;
      }
    >
  >;
}

/** For the desk of a written meeting: who has replied with what, who is missing, and what to write to them. */
export interface WrittenBook extends WrittenStanding {
  readonly consents: Readonly<Record<PersonId, boolean>>;
  readonly replies: Readonly<
    Record<
      PersonId,
      {
        readonly questions: number;
        readonly decided: readonly ItemId[];
        readonly missing: readonly ItemId[];
        /** When the last of it came. */
        readonly at: Millis | null;
        readonly late: boolean;
      }
    >
  >;
  /** Who asked each question, by its number. */
  readonly askers: Readonly<Record<number, PersonId>>;
  /** What members decided, by item, in the roster's order. */
  readonly decisions: Readonly<
    Record<
      ItemId,
      readonly {
        readonly who: PersonId;
        readonly choice: Choice;
        readonly opinion: string | null;
        readonly at: Millis;
        readonly late: boolean;
      }[]
    >
  >;
  /** A reminder to copy into a mail for each who is missing. */
  readonly reminders: Readonly<Record<PersonId, string>>;
  /** The body's sentence for each item, as the replies stand; what the minutes will say. */
  readonly sentences: Readonly<Record<ItemId, string>>;
  /** The notice of the result to copy into a mail. */
  readonly notice: string;
}

export interface Views {
  readonly chair: ChairView;
  readonly desk: DeskView;
  readonly member: MemberView;
  readonly observer: ObserverView;
  readonly screen: ScreenView;
}

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
