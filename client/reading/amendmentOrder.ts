import type { CommandInput } from '../../shared/meeting/commands.ts';
import type { MotionLine } from '../../shared/views/types/motionLine.ts';

/** Where an amendment stands in the order of the votes, and the commands that move it by one place. */
export interface Places {
  /** From 1: the farthest from the original, put first. */
  readonly place: number;
  readonly earlier: CommandInput<'placeAmendment'> | null;
  readonly later: CommandInput<'placeAmendment'> | null;
}

/**
 * The order of the votes is shown and can be mended as long as several amendments wait: null for all else, and where
 * the chair chooses each time. A command names the neighbour that was seen, so that pressing it twice moves nothing
 * twice.
 */
export function placesOf(waiting: readonly MotionLine[], motion: MotionLine): Places | null {
  const order = waiting.filter(({ place }) => place !== null);
  const at = order.indexOf(motion);
  if (at === -1 || order.length < 2) return null;
  const before = (no: number | null) => ({ do: 'placeAmendment', motion: motion.no, before: no }) as const;
  const one = order[at - 1];
  return {
    place: at + 1,
    earlier: one === undefined ? null : before(one.no),
    later: at + 1 === order.length ? null : before(order[at + 2]?.no ?? null),
  };
}
