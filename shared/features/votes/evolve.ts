import type { Evolvers } from '../../meeting/decider.ts';
import type { EventData } from '../../meeting/events.ts';
import type { PersonId } from '../../meeting/person.ts';
import { emptyPersonMap, getPerson, setPerson } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { VoteEvents } from './events.ts';
import { noTally } from './state.ts';
import type { Ballot, Motion, Vote, VoteId } from './state.ts';
import { withChoice } from './tally.ts';

// A casting vote was given on the numbers of that moment: whatever changes the books takes it back.
export const voteEvolvers: Evolvers<keyof VoteEvents> = {
  VoteOpened: (state, event) => {
    const { vote: id, item, round, method, question, motion, decision, rules, seats, quorum } = event;
    const { eligible, chairVotes, presiding } = event;
    const eligibleCount = { inRoom: 0, online: 0 };
    for (const channel of Object.values(eligible)) eligibleCount[channel] += 1;
    const vote: Vote = {
      id,
      item,
      round,
      method,
      question,
      motion,
      status: 'open',
      openedAt: event.at,
      decision,
      rules,
      seats,
      quorum,
      eligible,
      eligibleCount,
      chairVotes,
      presiding,
      calls: [],
      ballots: emptyPersonMap(),
      ballotTally: { inRoom: noTally, online: noTally },
      took: emptyPersonMap(),
      tookCount: { inRoom: 0, online: 0 },
      box: null,
      counts: {},
      closing: null,
      closedAt: null,
      resolutions: [],
      reportedAt: null,
      objections: [],
      castingVote: null,
      outcome: null,
      declaredAt: null,
      onChairsWord: false,
      voidReason: null,
    };
    const { votes, order } = state.votes;
    const opened: MeetingState = {
      ...state,
      votes: { ...state.votes, votes: { ...votes, [id]: vote }, order: [...order, id], current: id },
    };
    return motion === null ? opened : withMotion(opened, motion, { status: 'put' });
  },
  ChoiceCalled: (state, event) =>
    withVote(state, event.vote, (vote) => ({
      calls: [...vote.calls, { choice: event.choice, at: event.at }],
    })),
  VoteCast: (state, event) =>
    withVote(state, event.vote, (vote) =>
      withBallot(vote, event.who, { choice: event.choice, at: event.at, source: 'device' }),
    ),
  VoteRecorded: (state, event) =>
    withVote(state, event.vote, (vote) =>
      withBallot(vote, event.who, { choice: event.choice, at: event.at, source: 'recorded' }),
    ),
  SecretBallotCast: (state, event) =>
    withVote(state, event.vote, (vote) => {
      const channel = vote.eligible[event.who];
      if (channel === undefined) return {};
      return {
        took: setPerson(vote.took, event.who, true),
        tookCount: { ...vote.tookCount, [channel]: vote.tookCount[channel] + 1 },
      };
    }),
  CountRecorded: (state, event) =>
    withVote(state, event.vote, (vote) => {
      const { yes, no, abstain, invalid, at } = event;
      return {
        counts: { ...vote.counts, [event.channel]: { yes, no, abstain, invalid, at } },
        castingVote: null,
      };
    }),
  ClosingAnnounced: (state, event) =>
    withVote(state, event.vote, () => ({ closing: { at: event.at, until: event.until } })),
  VoteClosed: (state, event) => withVote(state, event.vote, () => ({ status: 'closed', closedAt: event.at })),
  BoxOpened: (state, event) =>
    withVote(state, event.vote, () => {
      const { yes, no, abstain, blank } = event;
      return { box: { yes, no, abstain, blank, invalid: 0 } };
    }),
  VoteResolved: (state, event) =>
    withVote(state, event.vote, (vote) => {
      const { who, as, count, byRule, at } = event;
      const others = byRule ? vote.resolutions.filter((r) => !r.byRule) : vote.resolutions;
      return {
        resolutions: count === 0 ? others : [...others, { who, as, count, byRule, at }],
        castingVote: null,
      };
    }),
  VoteCorrected: (state, event) =>
    withVote(state, event.vote, (vote) => ({
      ...withBallot(beforeCorrection(vote, event), event.who, {
        choice: event.choice,
        at: event.at,
        source: 'corrected',
      }),
      castingVote: null,
    })),
  CountReported: (state, event) => withVote(state, event.vote, () => ({ reportedAt: event.at })),
  CastingVoteGiven: (state, event) =>
    withVote(state, event.vote, () => ({
      castingVote: { choice: event.choice, at: event.at, by: event.who },
    })),
  ResultDeclared: (state, event) => {
    const { outcome, onChairsWord, at } = event;
    const declared = withVote(state, event.vote, () => ({
      status: 'declared',
      outcome,
      onChairsWord,
      declaredAt: at,
    }));
    return withMotionOf(offTheTable(declared, event.vote), event.vote, outcome);
  },
  VoteVoided: (state, event) => {
    const voided = withVote(state, event.vote, () => ({ status: 'void', voidReason: event.why }));
    return withMotionOf(offTheTable(voided, event.vote), event.vote, 'moved');
  },
  ObjectionRaised: (state, event) =>
    withVote(state, event.vote, (vote) => ({ objections: [...vote.objections, event.who] })),
  VoteEscalated: (state, event) =>
    withMotionOf(
      offTheTable(
        withVote(state, event.vote, () => ({ status: 'escalated' })),
        event.vote,
      ),
      event.vote,
      'moved',
    ),
  MotionMoved: (state, event) => {
    const { motion: no, item, kind, text, who, distance, at } = event;
    const motion: Motion = {
      no,
      item,
      kind,
      text,
      who,
      distance,
      seconders: [],
      status: 'moved',
      at,
    };
    const motions = [...state.votes.motions, motion];
    const amendments = withNew(motions, state.votes.amendments, motion);
    return { ...state, votes: { ...state.votes, motions, amendments } };
  },
  AmendmentPlaced: (state, { motion, before }) => {
    const others = state.votes.amendments.filter((no) => no !== motion);
    const at = before === null ? others.length : others.indexOf(before);
    const amendments = [...others.slice(0, at), motion, ...others.slice(at)];
    return { ...state, votes: { ...state.votes, amendments } };
  },
  MotionSeconded: (state, event) => {
    const seconders = state.votes.motions[event.motion - 1]?.seconders ?? [];
    return withMotion(state, event.motion, { seconders: [...seconders, event.who] });
  },
  MotionWithdrawn: (state, event) => withMotion(state, event.motion, { status: 'withdrawn' }),
};

/** The order with a new amendment: before the first of its item that is said to be nearer to the original. */
function withNew(
  motions: readonly Motion[],
  order: readonly number[],
  { no, item, kind, distance }: Motion,
): readonly number[] {
  if (kind !== 'amendment') return order;
  const at = order.findIndex((other) => {
    const motion = motions[other - 1];
    return motion?.item === item && (motion.distance ?? 0) < (distance ?? 0);
  });
  return at === -1 ? [...order, no] : [...order.slice(0, at), no, ...order.slice(at)];
}

function withVote(state: MeetingState, id: VoteId, change: (vote: Vote) => Partial<Vote>): MeetingState {
  const vote = state.votes.votes[id];
  if (vote === undefined) return state;
  const votes = { ...state.votes.votes, [id]: { ...vote, ...change(vote) } };
  return { ...state, votes: { ...state.votes, votes } };
}

function offTheTable(state: MeetingState, vote: VoteId): MeetingState {
  if (state.votes.current !== vote) return state;
  return { ...state, votes: { ...state.votes, current: null } };
}

/** Sets somebody's ballot; an earlier one is replaced, never counted beside it. */
function withBallot(vote: Vote, who: PersonId, ballot: Ballot): Vote {
  const channel = vote.eligible[who];
  if (channel === undefined) return vote;
  const before = getPerson(vote.ballots, who);
  const tally = vote.ballotTally[channel];
  const rest = before === undefined ? tally : withChoice(tally, before.choice, -1);
  return {
    ...vote,
    ballots: setPerson(vote.ballots, who, ballot),
    ballotTally: { ...vote.ballotTally, [channel]: withChoice(rest, ballot.choice, 1) },
  };
}

/** The books without what was known of this voter beside a ballot of their own. */
function beforeCorrection(vote: Vote, { who, was, from }: EventData<'VoteCorrected'>): Vote {
  if (was === 'resolution') return { ...vote, resolutions: vote.resolutions.filter((r) => r.who !== who) };
  const channel = vote.eligible[who];
  const hands = channel === undefined ? undefined : vote.counts[channel];
  if (was !== 'hands' || channel === undefined || hands === undefined) return vote;
  if (from === null || from === 'blank') return vote;
  return { ...vote, counts: { ...vote.counts, [channel]: { ...hands, [from]: hands[from] - 1 } } };
}

function withMotion(state: MeetingState, no: number, change: Partial<Motion>): MeetingState {
  const motions = state.votes.motions.map((motion) => (motion.no === no ? { ...motion, ...change } : motion));
  return { ...state, votes: { ...state.votes, motions } };
}

/** What becomes of the motion that a vote was about, if it was about one. */
function withMotionOf(state: MeetingState, vote: VoteId, status: Motion['status']): MeetingState {
  const motion = state.votes.votes[vote]?.motion ?? null;
  return motion === null ? state : withMotion(state, motion, { status });
}
