import type { VoteEvents } from '../../features/votes/events.ts';
import type { VoteId } from '../../features/votes/state.ts';
import type { Folding } from '../folding.ts';
import { voteNumbers } from '../voteNumbers.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';

export const voteFolds: Folds<keyof VoteEvents> = {
  VoteOpened: (minutes, event) => {
    const { eligible, required } = voteNumbers(minutes.state, event.vote);
    minutes.add(
      {
        type: 'vote',
        vote: event.vote,
        item: event.item,
        round: event.round,
        method: event.method,
        question: event.question,
        motion: event.motion,
        counts: null,
        eligible,
        required,
        present: event.quorum.present,
        quorum: event.quorum.required,
        objections: 0,
        castingVote: null,
        outcome: null,
        phase: 'opened',
        reportTurn: null,
        declareTurn: null,
        declaredAt: null,
        declaredSeq: null,
        onChairsWord: false,
        corrections: [],
        voidReason: null,
      },
      `vote:${event.vote}`,
    );
  },

  ChoiceCalled: (minutes, { vote, item, choice }) => {
    const method = methodOf(minutes, vote);
    const { turn } = minutes.model;
    minutes.add({ type: 'stage', direction: 'call', item, choice, method, turn });
  },

  // What is cast shows in the minutes when it is reported, never before.
  VoteCast: nothing,
  SecretBallotCast: nothing,
  VoteRecorded: nothing,
  ClosingAnnounced: nothing,
  BoxOpened: nothing,

  VoteClosed: (minutes, { vote }) => {
    noObjectionHeard(minutes, vote);
    minutes.find('vote', `vote:${vote}`)?.set({ phase: 'closed' });
  },

  CountRecorded: (minutes, { vote }) => {
    recount(minutes, vote);
  },
  VoteResolved: (minutes, { vote }) => {
    recount(minutes, vote);
  },
  VoteCorrected: (minutes, { vote, who, why, at }) => {
    const found = minutes.find('vote', `vote:${vote}`);
    found?.set({ corrections: [...found.block.corrections, { at, who, why }] });
    recount(minutes, vote);
  },

  CountReported: (minutes, { vote }) => {
    const { counts, eligible, required } = voteNumbers(minutes.state, vote);
    const reportTurn = minutes.model.turn;
    minutes.find('vote', `vote:${vote}`)?.set({
      phase: 'reported',
      counts,
      eligible,
      required,
      reportTurn,
    });
  },

  CastingVoteGiven: (minutes, { vote, choice }) => {
    minutes.find('vote', `vote:${vote}`)?.set({ castingVote: choice });
  },

  ResultDeclared: (minutes, { vote, outcome, counts, eligible, required, onChairsWord, at }) => {
    noObjectionHeard(minutes, vote);
    const declareTurn = minutes.model.turn;
    minutes.find('vote', `vote:${vote}`)?.set({
      phase: 'declared',
      outcome,
      counts,
      eligible,
      required,
      declareTurn,
      declaredAt: at,
      declaredSeq: minutes.state.version,
      onChairsWord,
    });
  },

  VoteVoided: (minutes, { vote, why }) => {
    minutes.find('vote', `vote:${vote}`)?.set({ phase: 'void', outcome: 'void', voidReason: why });
  },

  ObjectionRaised: (minutes, { vote, who }) => {
    const found = minutes.find('vote', `vote:${vote}`);
    found?.set({ objections: found.block.objections + 1 });
    const { turn } = minutes.model;
    const method = methodOf(minutes, vote);
    minutes.add({ type: 'stage', direction: 'objection', choice: null, method, turn, speaker: who });
  },
  VoteEscalated: (minutes, { vote }) => {
    minutes.find('vote', `vote:${vote}`)?.set({ phase: 'escalated' });
  },

  MotionMoved: (minutes, { motion, item, kind, text, who }) => {
    minutes.add(
      { type: 'motion', motion, item, kind, text, speaker: who, seconders: [], withdrawn: false },
      `motion:${motion}`,
    );
  },
  // The order of the votes shows in the minutes when they are taken.
  AmendmentPlaced: nothing,
  MotionSeconded: (minutes, { motion, who }) => {
    const found = minutes.find('motion', `motion:${motion}`);
    found?.set({ seconders: [...found.block.seconders, who] });
  },
  MotionWithdrawn: (minutes, { motion }) => {
    minutes.find('motion', `motion:${motion}`)?.set({ withdrawn: true });
  },
};

/** Nobody objected: 「異議なし」 is heard before the chair declares it, once. */
function noObjectionHeard(minutes: Folding, vote: VoteId): void {
  const given = minutes.state.votes.votes[vote];
  const place = `noObjection:${vote}`;
  if (given?.method !== 'noObjection' || given.objections.length > 0 || minutes.has(place)) return;
  const { turn } = minutes.model;
  minutes.add(
    { type: 'stage', direction: 'noObjection', item: given.item, choice: null, method: given.method, turn },
    place,
  );
}

/** A count that has been reported follows what is put right after it, which takes a casting vote back. */
function recount(minutes: Folding, vote: VoteId): void {
  const { counts, eligible, required } = voteNumbers(minutes.state, vote);
  const castingVote = minutes.state.votes.votes[vote]?.castingVote?.choice ?? null;
  const found = minutes.find('vote', `vote:${vote}`);
  const told = { eligible, required, castingVote };
  found?.set(found.block.phase === 'reported' ? { ...told, counts } : told);
}

function methodOf(minutes: Folding, vote: VoteId) {
  return minutes.state.votes.votes[vote]?.method ?? null;
}
