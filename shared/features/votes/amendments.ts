import type { ItemId } from '../../meeting/agendaItem.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { takesPart } from '../attendance/standing.ts';
import { membersOf } from '../../meeting/lookup.ts';
import type { Motion } from './state.ts';

/** How many seconders (賛成者) a motion needs beside its mover: a number, or a share of the members present. */
export function secondersNeeded(state: MeetingState): number {
  const { seconders } = state.rules.motion;
  if (typeof seconders === 'number') return seconders;
  const present = membersOf(state).filter((who) => takesPart(state, who)).length;
  return Math.ceil((present * seconders.fraction.n) / seconders.fraction.d);
}

export function isSeconded(state: MeetingState, motion: Motion): boolean {
  return motion.seconders.length >= secondersNeeded(state);
}

/** Amendments of an item that were moved and not put, in the order of their votes: the farthest from the original first. */
export function amendmentsInOrder(state: MeetingState, item: ItemId): readonly Motion[] {
  const { amendments, motions } = state.votes;
  return amendments
    .flatMap((no) => motions[no - 1] ?? [])
    .filter((motion) => motion.item === item && motion.status === 'moved');
}

/** Those of them that can be put: they go before the original. */
export function amendmentsWaiting(state: MeetingState, item: ItemId): readonly Motion[] {
  return amendmentsInOrder(state, item).filter((motion) => isSeconded(state, motion));
}

/** Why the original cannot be put yet (修正案は原案より先). */
export function amendmentsPending(state: MeetingState, item: ItemId): Refusal | null {
  const waiting = amendmentsWaiting(state, item);
  if (waiting.length === 0) return null;
  return refuse(
    'motion/amendments-first',
    `まだ採決していない修正案が${String(waiting.length)}件あります（${listed(waiting)}）。修正案を先に採決してください。`,
    `Amendments that have not been put: ${listed(waiting)}. They go before the original.`,
  );
}

/** Why a motion that was moved cannot be put as things stand; null when it can. */
export function whyNotPut(state: MeetingState, motion: Motion): Refusal | null {
  return tooFewSeconders(state, motion) ?? fartherFirst(state, motion);
}

function tooFewSeconders(state: MeetingState, motion: Motion): Refusal | null {
  if (isSeconded(state, motion)) return null;
  const needed = secondersNeeded(state);
  const lacking = needed - motion.seconders.length;
  return refuse(
    'motion/not-seconded',
    `この動議には賛成者が${String(needed)}人必要で、あと${String(lacking)}人足りません。`,
    `This motion needs ${String(needed)} seconders and lacks ${String(lacking)}.`,
  );
}

/** Why another amendment goes first: the farthest from the original (原案に最も遠いもの), where the rule says so. */
function fartherFirst(state: MeetingState, motion: Motion): Refusal | null {
  if (motion.kind !== 'amendment' || state.rules.amend.order !== 'farthestFirst') return null;
  const waiting = amendmentsWaiting(state, motion.item);
  const farther = waiting.slice(0, waiting.indexOf(motion));
  if (farther.length === 0) return null;
  return refuse(
    'motion/farthest-first',
    `原案に遠い修正案から採決します。先に修正案${listed(farther)}を採決してください。順序が違うときは、先に並べ替えてください。`,
    `Amendments are put in order of their distance from the original. Put amendment ${listed(farther)} first, or mend the order before.`,
  );
}

/** The question that is put after an amendment was carried. */
export const restOfOriginal = '修正部分を除く原案';

/** Whether the original has been changed: what is put is then the original less what was carried (修正部分を除く原案). */
export function wasAmended(state: MeetingState, item: ItemId): boolean {
  return state.votes.motions.some(
    (motion) => motion.item === item && motion.kind === 'amendment' && motion.status === 'carried',
  );
}

function listed(motions: readonly Motion[]): string {
  return motions.map((motion) => String(motion.no)).join('・');
}
