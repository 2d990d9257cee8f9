import type { ActionLine } from '../../../shared/views/types/actionLine.ts';

/** Where each of the chair's buttons stands. A button keeps its place whatever the meeting is at. */
export interface ChairActions {
  /** 休憩, lower left of the right foot. */
  recess: ActionLine | undefined;
  /** 採決へ, or in a vote 採決をやり直す. */
  vote: ActionLine | undefined;
  /** Up to two beside the prompter. */
  beside: readonly ActionLine[];
  /** One of several people to be picked: whom the lot fell on, who is named, or who was proposed. */
  picks: readonly ActionLine[];
  /** What is left, behind ほかの操作. */
  more: readonly ActionLine[];
}

const inFoot = ['openVote', 'voidVote'];
const picked = ['drawLot', 'appoint', 'nominate'];

/** `casting`: the vote is at 裁決, which has two equal buttons of its own, without a default. */
export function chairActions(given: readonly ActionLine[], casting: boolean): ChairActions {
  const others = casting ? given.filter((action) => action.command.do !== 'castingVote') : given;
  const recess = others.find((action) => action.command.do === 'recess');
  const vote = others.find((action) => inFoot.includes(action.command.do));
  const picks = others.filter((action) => picked.includes(action.command.do));
  const rest = others.filter((action) => action !== recess && action !== vote && !picks.includes(action));
  return { recess, vote, picks, beside: rest.slice(0, 2), more: rest.slice(2) };
}
