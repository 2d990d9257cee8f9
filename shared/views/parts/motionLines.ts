import { part } from '../part.ts';
import type { MotionLine } from '../types.ts';

/** Motions and amendments (動議・修正案) of the meeting. Moved aloud, so everybody sees them. */
export const motionLines = part(
  (state) => [state.votes.motions, state.rules],
  (state): readonly MotionLine[] => {
    const needed = state.rules.motion.seconders;
    return state.votes.motions.map(({ no, item, kind, text, who, seconders, status }) => ({
      no,
      item,
      kind,
      text,
      who,
      seconders: seconders.length,
      secondersNeeded: typeof needed === 'number' ? needed : 0,
      status,
    }));
  },
);
