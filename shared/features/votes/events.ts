import type { ItemId } from '../../meeting/agendaItem.ts';
import type { Channel, PersonId } from '../../meeting/person.ts';
import type { Choice, Decision, VoteMethodName } from '../../rules/rules.ts';
import type { BallotChoice, FrozenRules, Resolution, VoteId } from './state.ts';

export interface VoteEvents {
  VoteOpened: {
    vote: VoteId;
    item: ItemId;
    round: number;
    method: VoteMethodName;
    question: string | null;
    motion: number | null;
    decision: Decision;
    rules: FrozenRules;
    seats: number;
    quorum: { required: number; present: number };
    eligible: Readonly<Record<PersonId, Channel>>;
    chairVotes: boolean;
    presiding: PersonId | null;
  };
  ChoiceCalled: { vote: VoteId; item: ItemId; choice: Choice };
  VoteCast: { vote: VoteId; who: PersonId; choice: BallotChoice };
  /** A secret ballot went into the box: who took part, and nothing of what it says. */
  SecretBallotCast: { vote: VoteId; who: PersonId };
  CountRecorded: {
    vote: VoteId;
    channel: Channel;
    yes: number;
    no: number;
    abstain: number;
    invalid: number;
  };
  VoteRecorded: { vote: VoteId; who: PersonId; choice: BallotChoice };
  ClosingAnnounced: { vote: VoteId; until: number };
  VoteClosed: { vote: VoteId; item: ItemId };
  /** The box of a secret ballot was opened at the close. */
  BoxOpened: { vote: VoteId; yes: number; no: number; abstain: number; blank: number };
  /** `byRule`: the rule for no answer did it; `count` then replaces what it said before. */
  VoteResolved: { vote: VoteId; who: PersonId | null; as: Resolution['as']; count: number; byRule: boolean };
  /**
   * `was`: how they had been counted: by a ballot of their own, among the hands counted in their channel, by a
   * resolution, or not at all. `from`: as what; null where nothing was known.
   */
  VoteCorrected: {
    vote: VoteId;
    who: PersonId;
    choice: BallotChoice;
    was: 'ballot' | 'hands' | 'resolution' | 'nothing';
    from: BallotChoice | 'invalid' | null;
    why: string;
  };
  CountReported: { vote: VoteId; item: ItemId };
  CastingVoteGiven: { vote: VoteId; choice: 'yes' | 'no'; who: PersonId; onChairsWord: boolean };
  /** The chair's declaration (宣告): the legal event. The numbers are those it was made on. */
  ResultDeclared: {
    vote: VoteId;
    item: ItemId;
    outcome: 'carried' | 'rejected';
    /** Null for 異議なし. */
    counts: { yes: number; no: number; abstain: number; invalid: number } | null;
    eligible: number;
    required: number;
    onChairsWord: boolean;
  };
  VoteVoided: { vote: VoteId; item: ItemId; why: string };
  ObjectionRaised: { vote: VoteId; who: PersonId };
  /** Enough objections to 異議なし: the matter needs another method. */
  VoteEscalated: { vote: VoteId; item: ItemId; then: VoteMethodName };
  MotionMoved: {
    motion: number;
    item: ItemId;
    kind: 'motion' | 'amendment';
    text: string;
    who: PersonId | null;
    distance: number | null;
  };
  /** `before`: the amendment that it now goes right before in the order of the votes; null: it goes last. */
  AmendmentPlaced: { motion: number; before: number | null };
  MotionSeconded: { motion: number; who: PersonId };
  MotionWithdrawn: { motion: number };
}
