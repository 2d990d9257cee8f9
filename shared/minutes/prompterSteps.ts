/*
 * The moments at which a chair has something to read aloud (口述), and what a profile's template may name at each.
 * A profile gives the words; the views say which moment it is and fill in the values. Names are given without any
 * honorific (敬称) and numbers as numbers: both are the template's to write.
 */

/** Placeholders that are numbers, written in the profile's digits; all others are texts. */
type PrompterNumber =
  | 'seats'
  | 'present'
  | 'quorum'
  | 'missing'
  | 'after'
  | 'eligible'
  | 'required'
  | 'yes'
  | 'no'
  | 'abstain'
  | 'amendments'
  | 'objections'
  | 'enough';

/**
 * Every step with its placeholders. `number` is an item's number as the profile prints it, empty where it has none;
 * `outcome` is what the profile calls the decision (承認, 不承認); `act` is what a voter does (挙手, 起立);
 * `office` is the office's name (会長).
 */
export const prompterSteps = {
  /** Before the opening, while too few are there. */
  waitForQuorum: ['present', 'quorum', 'missing'],
  open: ['title', 'present', 'seats', 'quorum'],
  /** The members are asked whether these may take part online (オンライン出席への同意). */
  askOnlineConsent: ['names'],
  beginItem: ['number', 'title'],
  /** The official is asked to explain the item (説明を求める). */
  askExplanation: ['number', 'title', 'official'],
  /** After the explanation: are there questions or opinions? */
  askQuestions: ['number', 'title'],
  /** Calls the first in the queue when no member has just spoken. */
  callFirst: ['name'],
  /** Thanks `speaker`, calls `name`. */
  callNext: ['speaker', 'name'],
  callPointOfOrder: ['name'],
  askAnswer: ['speaker', 'official'],
  /** Nobody is waiting: is there anything more? */
  anyMore: ['number', 'title'],
  putToVote: ['number', 'title', 'eligible', 'required'],
  /** A motion was moved and not yet seconded: `missing` seconders more are needed. */
  askSeconders: ['text', 'mover', 'missing'],
  putMotion: ['text', 'mover', 'eligible', 'required'],
  /** Of several `amendments` that wait, the one that is put first, as the farthest from the original (原案に最も遠いもの). */
  putFarthest: ['text', 'mover', 'amendments', 'eligible', 'required'],
  /** Online members are polled before the room, one by one. */
  pollOnline: ['name'],
  callYes: ['act'],
  callNo: ['act'],
  callAbstain: ['act'],
  /** Ballots by device or on paper, with a name or pressed on a button. */
  castBallots: ['eligible'],
  /** By name, called by the roll (記名). */
  castNamedBallots: ['eligible'],
  castSecretBallots: ['eligible'],
  askObjections: ['number', 'title'],
  /** Some objected, too few to take the matter to another method: are there more? */
  moreObjections: ['objections'],
  /** Enough objected to 異議なし: the matter goes to another method. */
  objected: ['method'],
  /** The vote was declared void and is taken anew; `why` is the reason, as a phrase. */
  voteAgain: ['why'],
  closeVote: [],
  /** After the close somebody is unaccounted for. */
  resolve: ['missing'],
  askReport: [],
  /** `blank` is where the chair speaks 可 or 否; the page draws it. */
  casting: ['yes', 'no', 'blank'],
  declareCarried: ['number', 'title', 'yes', 'no', 'abstain', 'eligible', 'required', 'outcome'],
  declareRejected: ['number', 'title', 'yes', 'no', 'abstain', 'eligible', 'required', 'outcome'],
  /** After the chair's own decision of a tie; `choice` is 可 or 否. */
  declareByCasting: ['number', 'title', 'yes', 'no', 'choice', 'outcome'],
  declareNoObjection: ['number', 'title', 'outcome'],
  /** Fewer objected than the `enough` who would have taken it to another method. */
  declareOverObjections: ['number', 'title', 'objections', 'enough', 'outcome'],
  recess: ['until'],
  resume: ['present', 'quorum'],
  /** A member's link is lost and the body would fall below its quorum without them. */
  linkLost: ['name', 'present', 'after', 'quorum'],
  quorumLost: ['present', 'quorum'],
  openElection: ['office'],
  askNominations: ['office'],
  askNominationObjections: ['name', 'office'],
  electionBallots: ['office', 'eligible'],
  electionRunoff: ['names', 'office'],
  electionLot: ['names', 'office'],
  declareElected: ['name', 'office'],
  /** The chair names (指名) who holds an office. */
  appoint: ['office'],
  endItem: ['number', 'title'],
  close: ['title'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PrompterStep = keyof typeof prompterSteps;
type Placeholder<S extends PrompterStep> = (typeof prompterSteps)[S][number];

/** What fills a step's template. */
export type PrompterValues<S extends PrompterStep = PrompterStep> = {
  readonly [P in Placeholder<S>]: P extends PrompterNumber ? number : string;
};
