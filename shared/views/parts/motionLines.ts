import { secondersNeeded } from '../../features/votes/amendments.ts';
import { part } from '../part.ts';
import type { MotionLine } from '../types.ts';

/** Motions and amendments (動議・修正案) of the meeting. Moved aloud, so everybody sees them. */
export const motionLines = part(
  (state) => [
    state.votes.motions,
    state.rules,
    // How many seconders it takes may depend on who is there.
    state.votes.motions.length === 0 ? null : state.attendance,
    state.votes.motions.length === 0 ? null : state.roster,
  ],
  (state): readonly MotionLine[] => {
    if (state.votes.motions.length === 0) return [];
    const needed = secondersNeeded(state);
    return state.votes.motions.map(({ no, item, kind, text, who, seconders, status }) => ({
      no,
      item,
      kind,
      text,
      who,
      seconders: seconders.length,
      secondersNeeded: needed,
      status,
    }));
  },
);
