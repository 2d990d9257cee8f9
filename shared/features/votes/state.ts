import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import type { PersonMap } from '../../meeting/personMap.ts';
import type { Choice, Decision, Rules, VoteMethodName } from '../../rules/rules.ts';

/** A vote's name: item and round, `i3#1`. */
export type VoteId = string;

export type BallotChoice = Choice | 'blank';

/** One member's vote. `source`: their own device, entered by the desk for them, or put right before the declaration. */
export interface Ballot {
  readonly choice: BallotChoice;
  readonly at: number;
  readonly source: 'device' | 'recorded' | 'corrected';
}

/** Votes counted by choice. `blank` (白票) is counted apart until the rule says what it means. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly blank: number;
  readonly invalid: number;
}

/** Hands counted by the desk in one channel. */
export interface HandCount {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
  readonly at: number;
}

/** Somebody unaccounted for after the close, accounted for by the desk. `who` is null where only a number is known. */
export interface Resolution {
  readonly who: PersonId | null;
  readonly as: 'left' | 'abstain' | 'no' | 'didNotVote';
  readonly count: number;
  readonly at: number;
  /** The rule for no answer (`vote.noResponse`) did it, for everybody not otherwise accounted for. */
  readonly byRule: boolean;
}

/** The rules of a vote beside its decision, as they stood when it opened. */
export interface FrozenRules {
  readonly chair: Rules['chair'];
  readonly vote: Rules['vote'];
  readonly quorum: Pick<Rules['quorum'], 'onLoss' | 'countsOnline'>;
}

/**
 * One round of voting on one item. Everything that decides it was frozen when it opened: who is eligible and through
 * which channel, the quorum, the rule. The identity 賛成＋反対＋棄権＋無効＋未確認 = 表決権者 holds at every moment.
 */
export interface Vote {
  readonly id: VoteId;
  readonly item: ItemId;
  readonly round: number;
  readonly method: VoteMethodName;
  readonly question: string | null;
  /** The amendment or motion that is put, by its running number; null for the item itself. */
  readonly motion: number | null;
  readonly status: 'open' | 'closed' | 'declared' | 'void' | 'escalated';
  readonly openedAt: number;
  readonly decision: Decision;
  readonly rules: FrozenRules;
  readonly seats: number;
  readonly quorum: { readonly required: number; readonly present: number };
  /** 表決権者 when the vote opened, with the channel of each. */
  readonly eligible: Readonly<Record<PersonId, Channel>>;
  readonly eligibleCount: Readonly<Record<Channel, number>>;
  /** Whether whoever presides is among the eligible. */
  readonly chairVotes: boolean;
  readonly presiding: PersonId | null;
  readonly calls: readonly { readonly choice: Choice; readonly at: number }[];
  /** Ballots that have a name: by device, entered, or corrected. Empty for a secret ballot. */
  readonly ballots: PersonMap<Ballot>;
  /** The sum of `ballots` for each channel. */
  readonly ballotTally: Readonly<Record<Channel, Tally>>;
  /** Secret ballot: who has put a ballot in the box, how many in each channel, and what the opened box held. */
  readonly took: PersonMap<true>;
  readonly tookCount: Readonly<Record<Channel, number>>;
  readonly box: Tally | null;
  readonly counts: Readonly<Partial<Record<Channel, HandCount>>>;
  readonly closing: { readonly at: number; readonly until: number } | null;
  readonly closedAt: number | null;
  readonly resolutions: readonly Resolution[];
  readonly reportedAt: number | null;
  readonly objections: readonly PersonId[];
  readonly castingVote: { readonly choice: 'yes' | 'no'; readonly at: number; readonly by: PersonId } | null;
  readonly outcome: 'carried' | 'rejected' | null;
  readonly declaredAt: number | null;
  /** The desk entered the declaration on the chair's word. */
  readonly onChairsWord: boolean;
  readonly voidReason: string | null;
}

/** A motion or an amendment (動議・修正案) moved during an item. */
export interface Motion {
  readonly no: number;
  readonly item: ItemId;
  readonly kind: 'motion' | 'amendment';
  readonly text: string;
  readonly who: PersonId | null;
  readonly distance: number | null;
  readonly seconders: readonly PersonId[];
  readonly status: 'moved' | 'put' | 'carried' | 'rejected' | 'withdrawn';
  readonly at: number;
}

export interface VotesState {
  readonly votes: Readonly<Record<VoteId, Vote>>;
  /** In the order they were opened. */
  readonly order: readonly VoteId[];
  /** The vote that takes ballots now, or was closed and waits for its declaration; null when none is on the table. */
  readonly current: VoteId | null;
  readonly motions: readonly Motion[];
  /** The amendments of all items by number; those of one item stand in the order of their votes (原案に遠い順). */
  readonly amendments: readonly number[];
}

export const noTally: Tally = { yes: 0, no: 0, abstain: 0, blank: 0, invalid: 0 };

export const noVotes: VotesState = { votes: {}, order: [], current: null, motions: [], amendments: [] };
