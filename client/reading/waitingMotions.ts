import type { MotionLine } from '../../shared/views/types.ts';

/** What was moved on an item and not yet put, in the order it was moved. */
export function waitingMotions(motions: readonly MotionLine[], item: string | null): readonly MotionLine[] {
  return motions.filter((motion) => motion.item === item && motion.status === 'moved');
}
