import { secondersNeeded, whyNotPut } from '../../features/votes/amendments.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { Sentence } from '../../protocol/language.ts';
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
    return state.votes.motions.map((motion) => ({
      no: motion.no,
      item: motion.item,
      kind: motion.kind,
      text: motion.text,
      who: motion.who,
      seconders: motion.seconders,
      secondersNeeded: needed,
      status: motion.status,
      blocked: motion.status === 'moved' ? sentenceOf(whyNotPut(state, motion)) : null,
    }));
  },
);

function sentenceOf(refusal: Refusal | null): Sentence | null {
  return refusal === null ? null : { ja: refusal.ja, en: refusal.en };
}
