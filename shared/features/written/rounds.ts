import type { MeetingState } from '../../meeting/state.ts';
import type { Unfolding } from '../../meeting/unfold.ts';
import type { RoundKind, WrittenState } from './state.ts';

export type Round = WrittenState['rounds'][number];

export const roundNames: Readonly<Record<RoundKind, { readonly ja: string }>> = {
  questions: { ja: '質問' },
  answers: { ja: '回答' },
  decisions: { ja: '意思の表示' },
};

/** The round of this kind that runs now, if one does. */
export function runningRound(state: MeetingState, kind: RoundKind): Round | null {
  return state.written.rounds.find((round) => round.kind === kind && round.closedAt === null) ?? null;
}

export function lastRound(state: MeetingState, kind: RoundKind): Round | null {
  return state.written.rounds.findLast((round) => round.kind === kind) ?? null;
}

/** Begins the next round of this kind; the first has the deadline that the dispatch gave, epoch ms. */
export function beginRound(story: Unfolding, kind: RoundKind, deadline?: number): void {
  const { rounds, deadlines } = story.state.written;
  const before = rounds.filter((round) => round.kind === kind).length;
  const given = before === 0 ? deadlines[kind] : undefined;
  story.happen({ type: 'RoundOpened', round: before + 1, kind, deadline: deadline ?? given ?? null });
}
