import type { BlockOf, MinutesBlock } from '../minutes/block.ts';

/** A stretch of the meeting as the log has it: a turn, or nobody's (before the opening, a recess, after the close). */
export interface Slot {
  readonly turn: number | null;
  /** Epoch ms. A turn of no length is the chair naming whoever follows: one press makes both. */
  readonly from: number;
  readonly to: number;
  readonly who: string | null;
  readonly chair: boolean;
}

/** Shorter breaks between turns (ms) are how people hand over, and no stretch of their own. */
const shortestBreak = 1500;

/**
 * The meeting as the desk has arranged its turns (split, joined): one line of slots without holes, in time, with an endless one before and after. `now`: where a running
 * turn is at.
 */
export function floorOf(blocks: readonly MinutesBlock[], now: number): Slot[] {
  const turns = blocks
    .filter((block): block is BlockOf<'turn'> => block.type === 'turn' && block.joined === null)
    .toSorted((one, other) => one.at - other.at || one.order - other.order);
  const slots: Slot[] = [];
  const nobody = (from: number, to: number) => {
    slots.push({ turn: null, from, to, who: null, chair: false });
  };
  let end = -Infinity;
  for (const { turn, at, endedAt, speaker, role } of turns) {
    if (at - end >= shortestBreak) nobody(end, at);
    const to = Math.max(at, endedAt ?? now);
    slots.push({ turn, from: at, to, who: speaker, chair: role === 'chair' });
    end = Math.max(end, to);
  }
  nobody(end, Infinity);
  return slots;
}
