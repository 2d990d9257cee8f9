import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { giveChairFloor } from '../floor/giveFloor.ts';
import { abstentionBarred } from './ballots.ts';
import { methods } from './methods/registry.ts';
import type { Vote } from './state.ts';
import { voteOnTable } from './table.ts';

/** 「賛成の方、挙手を」: the chair's words, so the chair has the floor. */
export const callChoice: Decide<'callChoice'> = (state, { choice }, context) => {
  const vote = takingBallots(state);
  if ('code' in vote) return vote;
  const refusal = uncallable(vote) ?? (choice === 'abstain' ? abstentionBarred(vote) : null);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  giveChairFloor(story, context);
  story.happen({ type: 'ChoiceCalled', vote: vote.id, item: vote.item, choice });
  return story.accepted();
};

/** 締切予告: says when the vote will be closed; the close itself is the chair's act. */
export const announceClosing: Decide<'announceClosing'> = (state, { seconds }, { at }) => {
  const vote = takingBallots(state);
  return 'code' in vote
    ? vote
    : accept({ type: 'ClosingAnnounced', vote: vote.id, until: at + Math.round(seconds * 1000) });
};

function takingBallots(state: MeetingState): Vote | Refusal {
  const vote = voteOnTable(state);
  if (vote?.status === 'open') return vote;
  return refuse(
    'vote/not-open',
    '行われている採決がありません。会長が採決を宣告してから操作してください。',
    'No vote is open. Act once the chair has opened one.',
  );
}

function uncallable(vote: Vote): Refusal | null {
  const method = methods[vote.method];
  if (method.calls) return null;
  return refuse(
    'vote/method',
    `${method.label.ja}では、賛否を順に問いません。`,
    `${method.label.en}: the choices are not called one by one.`,
  );
}
