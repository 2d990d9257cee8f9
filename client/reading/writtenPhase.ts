import type { WrittenLine, WrittenRoundLine } from '../../shared/views/types/writtenLine.ts';

type Kind = WrittenRoundLine['kind'];

/** Where a meeting in writing (書面会議) is: what it is waiting for. */
export type WrittenPhase =
  'consent' | 'questions' | 'answers' | 'between' | 'decisions' | 'counted' | 'notified';

export function runningRound(written: WrittenLine, kind: Kind): WrittenRoundLine | undefined {
  return written.rounds.find((round) => round.kind === kind && round.closedAt === null);
}

export function lastRound(written: WrittenLine, kind: Kind): WrittenRoundLine | undefined {
  return written.rounds.findLast((round) => round.kind === kind);
}

/** What is asked of people now; decisions come before questions where both run. */
export function phaseOf(written: WrittenLine): WrittenPhase {
  if (written.notifiedAt !== null) return 'notified';
  if (written.dispatchedAt === null) return 'consent';
  if (runningRound(written, 'decisions')) return 'decisions';
  if (lastRound(written, 'decisions')) return 'counted';
  if (runningRound(written, 'questions')) return 'questions';
  return runningRound(written, 'answers') ? 'answers' : 'between';
}

/**
 * Whether a question can be put now: while a round takes them, or, before decisions are collected, once something
 * was answered since the last round closed (that begins the next one).
 */
export function mayAsk(written: WrittenLine): boolean {
  if (written.dispatchedAt === null || written.notifiedAt !== null) return false;
  if (runningRound(written, 'questions')) return true;
  if (lastRound(written, 'decisions')) return false;
  const closedAt = lastRound(written, 'questions')?.closedAt ?? null;
  if (closedAt === null) return false;
  const since = (at: number | null | undefined) => at != null && at >= closedAt;
  return (
    since(lastRound(written, 'answers')?.closedAt) ||
    written.questions.some(({ answers }) => answers.some(({ at }) => since(at)))
  );
}

/** Whether a decision can be sent now, and whether it would be late: kept, and not counted. */
export function decidingNow(written: WrittenLine, now: number): 'no' | 'inTime' | 'late' {
  if (written.dispatchedAt === null || written.notifiedAt !== null) return 'no';
  if (lastRound(written, 'decisions') === undefined) return 'no';
  const running = runningRound(written, 'decisions');
  return running !== undefined && (running.deadline === null || now <= running.deadline) ? 'inTime' : 'late';
}

/** Questions that nobody has answered. */
export function unanswered(written: WrittenLine): WrittenLine['questions'] {
  return written.questions.filter(({ answers }) => answers.length === 0);
}
