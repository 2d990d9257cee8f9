import type { Motion, Vote, VoteId } from '../../features/votes/state.ts';
import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel } from '../../meeting/person.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Choice, VoteMethodName } from '../../rules/rules.ts';
import type { Millis } from './millis.ts';

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
