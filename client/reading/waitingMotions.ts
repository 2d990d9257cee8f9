import type { MotionLine } from '../../shared/views/types/motionLine.ts';

/**
 * What was moved on an item and not yet put: motions as they were moved, then amendments in the order of their votes
 * (原案に遠い順), or as they were moved where the chair chooses each time.
 */
export function waitingMotions(motions: readonly MotionLine[], item: string | null): readonly MotionLine[] {
  return motions
    .filter((motion) => motion.item === item && motion.status === 'moved')
    .toSorted((a, b) => rank(a) - rank(b) || (a.place ?? 0) - (b.place ?? 0));
}

function rank({ kind }: MotionLine): number {
  return kind === 'motion' ? 0 : 1;
}
