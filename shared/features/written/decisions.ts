import type { Decide } from '../../meeting/decider.ts';
import { accept } from '../../meeting/decider.ts';
import { itemOf, nameOf, unknownItem } from '../../meeting/lookup.ts';
import { isRecused } from '../../meeting/recusal.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { deadlinePast } from './deadline.ts';
import { beginRound, lastRound, roundNames, runningRound } from './rounds.ts';
import type { RoundKind, WrittenResult } from './state.ts';
import { itemsDecided, resultOf } from './standing.ts';
import { memberReplying, notRunning } from './who.ts';

/** 意思の表示: set, never toggled, until its round closes. What comes late is kept, marked, and not counted. */
export const submitDecision: Decide<'submitDecision'> = (state, command, context) => {
  const { item, choice, opinion = null } = command;
  const refusal = notRunning(state) ?? undecidable(state, item, choice);
  if (refusal !== null) return refusal;
  const who = memberReplying(state, context.actor, command.who);
  if (typeof who !== 'string') return who;
  if (isRecused(state, who, item))
    return refuse(
      'written/recused',
      `${nameOf(state, who)}さんはこの議題で除斥されています。`,
      `${nameOf(state, who)} is excluded from this item.`,
    );
  const story = unfold(state, context);
  if (lastRound(state, 'decisions') === null) beginRound(story, 'decisions');
  const round = runningRound(story.state, 'decisions');
  const late = round === null || (round.deadline !== null && context.at > round.deadline);
  story.happen({ type: 'DecisionSubmitted', item, who, choice, opinion, late });
  return story.accepted();
};

export const openRound: Decide<'openRound'> = (state, { round: kind, deadline }, context) => {
  const refusal = notRunning(state);
  if (refusal !== null) return refusal;
  if (runningRound(state, kind) !== null)
    return refuse(
      'written/round-open',
      `${roundNames[kind].ja}は、すでに受け付けています。`,
      `A round of ${kind} is running already.`,
    );
  const past = deadlinePast([deadline], context.at);
  if (past !== null) return past;
  const story = unfold(state, context);
  beginRound(story, kind, deadline);
  return story.accepted();
};

/** Closes a round. Closed questions wait for their answers; closed decisions have their result. */
export const closeRound: Decide<'closeRound'> = (state, { round: kind }, context) => {
  const refusal = notRunning(state);
  if (refusal !== null) return refusal;
  const story = unfold(state, context);
  if (runningRound(state, kind) === null && wasImplied(state, kind)) beginRound(story, kind);
  const round = runningRound(story.state, kind);
  if (round === null)
    return refuse(
      'written/round-not-open',
      `${roundNames[kind].ja}は、いま受け付けていません。`,
      `No round of ${kind} is running.`,
    );
  const results = kind === 'decisions' ? allResults(state) : null;
  story.happen({ type: 'RoundClosed', round: round.no, kind, results });
  if (kind === 'questions' && waitForAnswers(story.state)) beginRound(story, 'answers');
  return story.accepted();
};

/** 結果通知: ends the meeting. */
export const notifyResult: Decide<'notifyResult'> = (state) => {
  const refusal = notRunning(state);
  if (refusal !== null) return refusal;
  const last = lastRound(state, 'decisions');
  if (last === null || last.closedAt === null)
    return refuse(
      'written/decisions-open',
      '意思の集約を締め切ってから、結果を通知してください。',
      'Close the round of decisions before the notice.',
    );
  return accept({ type: 'ResultNotified' });
};

function undecidable(state: MeetingState, id: string, choice: string): Refusal | null {
  const item = itemOf(state, id);
  if (item === undefined) return unknownItem(id);
  if (item.kind === 'section' || state.agenda.progress[id]?.status === 'joined')
    return refuse(
      'written/not-decided',
      'この項目は議決の対象ではありません。その下の議題について回答してください。',
      'This entry is not put to the members. Decide on the items below it.',
    );
  return choice === 'abstain' && state.rules.vote.abstention === 'forbidden'
    ? refuse(
        'vote/abstention-forbidden',
        'この会議の規則では棄権できません。賛成か反対を選んでください。',
        'By this body’s rules nobody may abstain. Choose yes or no.',
      )
    : null;
}

/** Whether a round that nobody opened has taken place all the same: nobody decided, or answers came as questions did. */
function wasImplied(state: MeetingState, kind: RoundKind): boolean {
  const last = lastRound(state, kind);
  if (last === null) return true;
  const { closedAt } = last;
  if (kind !== 'answers' || closedAt === null) return false;
  return state.written.questions.some(({ answers }) => answers.some((answer) => answer.at > closedAt));
}

function allResults(state: MeetingState): Readonly<Record<string, WrittenResult>> {
  return Object.fromEntries(itemsDecided(state).map((id) => [id, resultOf(state, id)]));
}

function waitForAnswers(state: MeetingState): boolean {
  return (
    runningRound(state, 'answers') === null &&
    state.written.questions.some((question) => question.answers.length === 0)
  );
}
