import type { Decide } from '../../meeting/decider.ts';
import { heldInWriting, isOver, notInSession, whileVoting } from '../../meeting/inSession.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { finishItem } from '../agenda/finishItem.ts';
import { watchQuorum } from '../attendance/quorumEvents.ts';
import { quorumNow } from '../attendance/standing.ts';
import { leftBox } from '../elections/leftBox.ts';
import { takeFloor } from '../floor/giveFloor.ts';

export const openMeeting: Decide<'openMeeting'> = (state, _command, context) => {
  if (state.info.mode === 'written') return heldInWriting();
  if (state.conduct.status !== 'preparing')
    return refuse(
      'meeting/already-open',
      'すでに開会しています。議題を始めてください。',
      'The meeting has been opened already. Start an item.',
    );
  // Where the rules break off a meeting that loses its quorum, one without cannot begin either.
  const refusal = state.rules.quorum.onLoss === 'autoRecess' ? belowQuorum(state) : null;
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  story.happen({ type: 'MeetingOpened' });
  watchQuorum(story, context.at);
  return story.accepted();
};

export const recess: Decide<'recess'> = (state, { until }, context) => {
  const refusal = notInSession(state) ?? notWhileVoting(state);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  takeFloor(story, context.at);
  story.happen({ type: 'Recessed', until: until ?? null, cause: 'said' });
  return story.accepted();
};

export const resume: Decide<'resume'> = (state, _command, context) => {
  if (state.conduct.status !== 'recess')
    return refuse(
      'meeting/not-in-recess',
      '休憩中ではありません。そのまま議事を進めてください。',
      'The meeting is not in recess. Go on with it.',
    );
  const refusal = state.rules.quorum.onLoss === 'autoRecess' ? belowQuorum(state) : null;
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  story.happen({ type: 'Resumed' });
  return story.accepted();
};

/** 延会・流会: also before the opening, when too few have come. */
export const adjourn: Decide<'adjourn'> = (state, { reason }, context) => {
  if (state.info.mode === 'written') return heldInWriting();
  const refusal = over(state) ?? notWhileVoting(state);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  takeFloor(story, context.at);
  story.happen({ type: 'Adjourned', reason });
  return { ...story.accepted(), ...leftBox(state) };
};

/** 閉会: what is on the table ends with it. The box of an election that nobody closed is destroyed. */
export const closeMeeting: Decide<'closeMeeting'> = (state, _command, context) => {
  const refusal = (state.conduct.status === 'recess' ? null : notInSession(state)) ?? notWhileVoting(state);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  if (state.agenda.current !== null) finishItem(story, state.agenda.current, context.at);
  story.happen({ type: 'MeetingClosed' });
  return { ...story.accepted(), ...leftBox(state) };
};

function belowQuorum(state: MeetingState): Refusal | null {
  const { met, explanation } = quorumNow(state);
  if (met) return null;
  return refuse(
    'meeting/no-quorum',
    `${explanation.ja}定足数がそろってから始めるか、延会・流会にしてください。`,
    `${explanation.en} Wait for a quorum, or adjourn.`,
  );
}

function notWhileVoting(state: MeetingState): Refusal | null {
  return whileVoting(state, 'meeting/vote-open', {
    ja: 'できません。採決を締め切るか、取り消してから操作してください。',
    en: 'this cannot be done. Close the vote or void it first.',
  });
}

function over(state: MeetingState): Refusal | null {
  const { status } = state.conduct;
  return status === 'closed' || status === 'adjourned' ? isOver() : null;
}
