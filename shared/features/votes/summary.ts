import { personOf } from '../../meeting/lookup.ts';
import type { PersonId } from '../../meeting/person.ts';
import { presidingPerson } from '../../meeting/presiding.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Sentence } from '../../protocol/language.ts';
import { castingNote as noteOnTie, resultSentence, thresholdSentence } from '../../rules/explanation.ts';
import type { Voters } from '../../rules/explanation.ts';
import { judge } from '../../rules/majority.ts';
import { chairVotes } from '../../rules/eligibility.ts';
import { quorumNow, seatsOf } from '../attendance/standing.ts';
import { methods } from './methods/registry.ts';
import { decisionFor } from './open.ts';
import { judgeVote } from './outcome.ts';
import type { Vote } from './state.ts';
import { totals } from './tally.ts';
import { votersNow } from './voters.ts';

/** A vote at one moment, as the screens, the minutes and state.json tell it. */
export interface VoteSummary {
  /** 表決権者, without those found to have left. */
  readonly eligible: number;
  /** The yes votes needed. */
  readonly required: number;
  /** What the rule takes its share of. */
  readonly base: number;
  /** 賛成＋反対＋棄権＋無効＋未確認 = 表決権者. Null where there are none (異議なし) or they lie in a box still shut. */
  readonly counts: {
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
    readonly invalid: number;
    readonly unaccounted: number;
  } | null;
  /** Ballots and hands that are in, whether or not anybody may see them. */
  readonly taken: number;
  readonly unaccounted: number;
  readonly objections: number;
  /** Yes and no are level with everybody accounted for, and the chair must decide, or has. */
  readonly tie: boolean;
  /** What the numbers come to now: final when declared. Null while the ballots are hidden, and for an open tie. */
  readonly outcome: 'carried' | 'rejected' | null;
  readonly explanation: Sentence;
  /** What to tell the chair before carrying a tie that only abstentions made. */
  readonly castingNote: Sentence | null;
}

/** Whether nobody may see the choices of this vote yet. */
export function isHidden(vote: Vote): boolean {
  return vote.status === 'open' && methods[vote.method].hiddenUntilClose;
}

/** `covered`: as it is told to those who may not see the choices yet, however the method is. */
export function voteSummary(state: MeetingState, vote: Vote, covered = false): VoteSummary {
  const { eligible, unaccounted } = totals(vote);
  const judged = judgeVote(vote);
  const voters = votersOf(state, vote, eligible);
  const base = { eligible, required: judged.required, base: judged.base, objections: vote.objections.length };
  if (methods[vote.method].device === 'objection')
    return {
      ...base,
      counts: null,
      taken: 0,
      unaccounted: 0,
      tie: false,
      outcome: vote.status === 'escalated' ? null : 'carried',
      explanation: objectionSentence(vote),
      castingNote: null,
    };
  const taken = eligible - unaccounted;
  if (covered || isHidden(vote) || (vote.box === null && vote.took.size > 0))
    return {
      ...base,
      ...judgeNothing(voters, vote, eligible),
      counts: null,
      taken,
      unaccounted,
      tie: false,
      outcome: null,
      castingNote: null,
    };
  const tie = judged.outcome === 'tie' && unaccounted === 0 && vote.status !== 'open';
  const declared =
    vote.outcome === null ? null : { castingVote: vote.castingVote?.choice ?? null, outcome: vote.outcome };
  return {
    ...base,
    counts: { ...judged.counts, unaccounted },
    taken,
    unaccounted,
    tie,
    outcome: vote.outcome ?? (judged.outcome === 'tie' ? castSoFar(vote) : judged.outcome),
    explanation: resultSentence(voters, judged, declared),
    castingNote: tie ? noteOnTie(judged, voters.chairTitle) : null,
  };
}

/** Who could vote on the item on the table if a vote opened now, and how many yes it would take. */
export function votersSummary(state: MeetingState): {
  readonly eligible: number;
  readonly required: number;
  readonly chairVotes: boolean;
  readonly explanation: Sentence;
} {
  const item = state.agenda.current;
  const decision = decisionFor(state, item === null ? undefined : state.agenda.items[item]);
  const eligible = Object.keys(votersNow(state, item, decision)).length;
  const votes = chairVotes(state.rules.chair, decision);
  const seats = seatsOf(state);
  const { required, base } = judge({
    decision,
    eligible,
    seats,
    ballots: { yes: 0, no: 0, abstain: 0, blank: 0, invalid: 0 },
    blank: state.rules.vote.blank,
    chair: state.rules.chair.vote,
  });
  const leader = presidingPerson(state, item);
  const voters: Voters = {
    decision,
    eligible,
    seats,
    present: quorumNow(state).present,
    chairExcluded: leader !== null && !votes,
    chair: state.rules.chair.vote,
    chairTitle: titleOf(state, leader),
  };
  return {
    eligible,
    required,
    chairVotes: votes,
    explanation: thresholdSentence(voters, { required, base }),
  };
}

function votersOf(state: MeetingState, vote: Vote, eligible: number): Voters {
  return {
    decision: vote.decision,
    eligible,
    seats: vote.seats,
    // Those found to have left were not present either.
    present: vote.quorum.present - (vote.eligibleCount.inRoom + vote.eligibleCount.online - eligible),
    chairExcluded: vote.presiding !== null && !vote.chairVotes,
    chair: vote.rules.chair.vote,
    chairTitle: titleOf(state, vote.presiding),
  };
}

/** What whoever presides is called; a member who only stands in is 議長. */
function titleOf(state: MeetingState, who: PersonId | null): string {
  const person = who === null ? undefined : personOf(state, who);
  if (person?.role === 'chair') return person.title ?? '会長';
  return '議長';
}

/** While the choices are hidden only the threshold is told, as if everybody voted. */
function judgeNothing(voters: Voters, vote: Vote, eligible: number) {
  const judged = judge({
    decision: vote.decision,
    eligible,
    seats: vote.seats,
    ballots: { yes: 0, no: 0, abstain: 0, blank: 0, invalid: 0 },
    blank: vote.rules.vote.blank,
    chair: vote.rules.chair.vote,
  });
  return {
    required: judged.required,
    base: judged.base,
    explanation: thresholdSentence(voters, judged),
  };
}

function castSoFar(vote: Vote): 'carried' | 'rejected' | null {
  if (vote.castingVote === null) return null;
  return vote.castingVote.choice === 'yes' ? 'carried' : 'rejected';
}

function objectionSentence(vote: Vote): Sentence {
  const count = vote.objections.length;
  const { objection, objectionThen } = vote.rules.vote;
  if (count === 0) return { ja: '異議がなければ可決です。', en: 'It is carried unless somebody objects.' };
  if (vote.status === 'declared')
    return {
      ja: `異議は${String(count)}人で、採決の方法を改める${String(objection)}人に達しませんでした。`,
      en: `${String(count)} objected, fewer than the ${String(objection)} who take a matter to another method.`,
    };
  if (vote.status !== 'escalated')
    return {
      ja: `異議が${String(count)}人あります。規則では${String(objection)}人で採決の方法を改めます。`,
      en: `${String(count)} have objected; by the rules ${String(objection)} take the matter to another method.`,
    };
  const then = methods[objectionThen].label;
  return {
    ja: `異議が${String(count)}人あったので、規則により${then.ja}で決めます。`,
    en: `As ${String(count)} objected, by the rules it is decided by: ${then.en}.`,
  };
}
