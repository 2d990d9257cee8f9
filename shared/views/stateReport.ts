import type { Election } from '../features/elections/state.ts';
import type { Opinion, Promised } from '../features/record/state.ts';
import type { Vote } from '../features/votes/state.ts';
import { voteSummary } from '../features/votes/summary.ts';
import type { WrittenResult } from '../features/written/state.ts';
import type { ItemId } from '../meeting/agendaItem.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Sentence } from '../protocol/language.ts';
import { attendanceLine } from './parts/attendanceLine.ts';
import type { AttendanceLine } from './types/attendanceLine.ts';
import type { CountsLine } from './types/voteLine.ts';

/** A meeting in figures, for programs: `state.json`. Times are epoch milliseconds. */
export interface StateReport {
  readonly attendance: Omit<AttendanceLine, 'observers'>;
  readonly items: readonly ItemReport[];
  readonly promises: readonly Promised[];
  readonly opinions: readonly Opinion[];
}

export interface ItemReport {
  readonly id: ItemId;
  readonly votes: readonly VoteReport[];
  readonly elections: readonly ElectionReport[];
  /** What the replies of a written meeting came to, once its round of decisions was closed. */
  readonly written: WrittenResult | null;
  readonly conclusion: string | null;
  readonly conditions: readonly string[];
}

/** As frozen when the vote opened; `eligible` without those found to have left. `outcome` is null until the declaration. */
export interface VoteReport {
  readonly round: number;
  readonly method: Vote['method'];
  readonly eligible: number;
  readonly quorum: Vote['quorum'];
  /** The yes votes needed. */
  readonly required: number;
  /** Null for 異議なし, which has objections, and while the ballots are hidden. */
  readonly counts: CountsLine | null;
  readonly objections: number;
  readonly outcome: 'carried' | 'rejected' | 'void' | null;
  readonly tie: boolean;
  readonly castingVote: 'yes' | 'no' | null;
  /** Why it came out so, in words; while the counts are hidden, what it takes. */
  readonly explanation: Sentence;
}

export interface ElectionReport {
  readonly office: Election['office'];
  readonly method: Election['method'];
  readonly status: Election['status'];
  readonly eligible: number;
  readonly nominees: Election['nominees'];
  readonly rounds: readonly Pick<Election['rounds'][number], 'no' | 'counts' | 'blank' | 'invalid'>[];
  readonly lot: Election['lot'];
  readonly elected: Election['elected'];
}

export function stateReport(state: MeetingState): StateReport {
  const { observers: _, ...attendance } = attendanceLine(state);
  return {
    attendance,
    items: state.agenda.order.map((id) => itemReport(state, id)),
    promises: state.record.promises,
    opinions: state.record.opinions,
  };
}

function itemReport(state: MeetingState, id: ItemId): ItemReport {
  const conclusion = Object.hasOwn(state.record.conclusions, id) ? state.record.conclusions[id] : undefined;
  return {
    id,
    votes: state.votes.order
      .map((vote) => state.votes.votes[vote])
      .filter((vote) => vote?.item === id)
      .flatMap((vote) => (vote === undefined ? [] : [voteReport(state, vote)])),
    elections: state.elections.elections.filter((one) => one.item === id).map(electionReport),
    written: state.written.results[id] ?? null,
    conclusion: conclusion?.text ?? null,
    conditions: conclusion?.conditions ?? [],
  };
}

function voteReport(state: MeetingState, vote: Vote): VoteReport {
  const { eligible, required, counts, objections, tie, explanation } = voteSummary(state, vote);
  return {
    round: vote.round,
    method: vote.method,
    eligible,
    quorum: vote.quorum,
    required,
    counts,
    objections,
    outcome: vote.status === 'void' ? 'void' : vote.status === 'declared' ? vote.outcome : null,
    tie,
    castingVote: vote.castingVote?.choice ?? null,
    explanation,
  };
}

function electionReport(election: Election): ElectionReport {
  const { office, method, status, eligible, nominees, rounds, lot, elected } = election;
  return {
    office,
    method,
    status,
    eligible: eligible.length,
    nominees,
    rounds: rounds.map(({ no, counts, blank, invalid }) => ({ no, counts, blank, invalid })),
    lot,
    elected,
  };
}
