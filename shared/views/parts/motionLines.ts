import { amendmentsInOrder, secondersNeeded, whyNotPut } from '../../features/votes/amendments.ts';
import type { Motion } from '../../features/votes/state.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Sentence } from '../../protocol/language.ts';
import { part } from '../part.ts';
import type { MotionLine } from '../types/motionLine.ts';

/** Motions and amendments (動議・修正案) of the meeting. Moved aloud, so everybody sees them. */
export const motionLines = part(
  (state) => [
    state.votes.motions,
    state.votes.amendments,
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
      place: placeOf(state, motion),
      blocked: motion.status === 'moved' ? sentenceOf(whyNotPut(state, motion)) : null,
    }));
  },
);

function placeOf(state: MeetingState, motion: Motion): number | null {
  if (state.rules.amend.order === 'chairDecides') return null;
  const at = amendmentsInOrder(state, motion.item).indexOf(motion);
  return at === -1 ? null : at + 1;
}

function sentenceOf(refusal: Refusal | null): Sentence | null {
  return refusal === null ? null : { ja: refusal.ja, en: refusal.en };
}
