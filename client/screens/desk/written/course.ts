import type { WrittenLine } from '../../../../shared/views/types/writtenLine.ts';
import type { RoundKind } from './writtenAsk.ts';

/** One step of a written meeting's course. */
export interface CourseStep {
  readonly id: string;
  readonly kind: 'consent' | 'dispatch' | RoundKind | 'notice';
  /** Of several rounds of a kind, which. */
  readonly no: number;
  readonly state: 'done' | 'now' | 'ahead';
  /** When it was done, or its deadline; epoch ms. */
  readonly at: number | null;
  /** The round whose deadline can be moved. */
  readonly round: RoundKind | null;
}

/** The course of a meeting in writing: what is done, what runs and what is to come, in order. */
export function courseOf(written: WrittenLine): readonly CourseStep[] {
  const { rounds, announced, dispatchedAt, notifiedAt } = written;
  const step = (
    kind: CourseStep['kind'],
    state: CourseStep['state'],
    at: number | null,
    more: Partial<CourseStep> = {},
  ): CourseStep => ({ id: `${kind}${more.no ?? 1}`, kind, no: 1, state, at, round: null, ...more });
  const sent = dispatchedAt !== null;
  const begun = rounds.map(({ no, kind, deadline, closedAt }) =>
    step(kind, closedAt === null ? 'now' : 'done', closedAt ?? deadline, { no, round: kind }),
  );
  const toCome = (['questions', 'answers', 'decisions'] as const)
    .filter((kind) => !rounds.some((round) => round.kind === kind))
    // Once decisions are collected nobody waits for answers to questions that were not asked.
    .filter((kind) => kind === 'decisions' || !rounds.some((round) => round.kind === 'decisions'))
    .map((kind) =>
      step(kind, 'ahead', announced[kind] ?? null, {
        round: sent && announced[kind] !== undefined ? kind : null,
      }),
    );
  const waits = sent && notifiedAt === null && rounds.every(({ closedAt }) => closedAt !== null);
  const decided = waits && rounds.some(({ kind }) => kind === 'decisions');
  return [
    ...(sent && written.consent.asked === 0 ? [] : [step('consent', sent ? 'done' : 'now', null)]),
    step('dispatch', sent ? 'done' : 'now', dispatchedAt),
    ...begun,
    ...toCome,
    step('notice', notifiedAt !== null ? 'done' : decided ? 'now' : 'ahead', notifiedAt),
  ];
}
