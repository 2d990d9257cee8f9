import type { Decide } from '../../meeting/decider.ts';
import { itemOf, unknownItem } from '../../meeting/lookup.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { unfold } from '../../meeting/unfold.ts';
import { beginRound, lastRound, runningRound } from './rounds.ts';
import { memberReplying, notRunning, personAnswering } from './who.ts';

/** 質疑: a question to what was sent, or, once answers have come, to them: that begins the next round. */
export const submitQuestion: Decide<'submitQuestion'> = (state, command, context) => {
  const refusal =
    notRunning(state) ?? (itemOf(state, command.item) === undefined ? unknownItem(command.item) : null);
  if (refusal !== null) return refusal;
  const who = memberReplying(state, context.actor, command.who);
  if (typeof who !== 'string') return who;
  const closed = questionsOver(state);
  if (closed !== null) return closed;
  const story = unfold(state, context);
  if (runningRound(state, 'questions') === null) beginRound(story, 'questions');
  const question = state.written.questions.length + 1;
  story.happen({ type: 'QuestionSubmitted', question, item: command.item, who, text: command.text });
  return story.accepted();
};

/** 回答: by the official in charge, or the secretariat. A question may have several. */
export const submitAnswer: Decide<'submitAnswer'> = (state, { question, text, who: named }, context) => {
  const refusal = notRunning(state);
  if (refusal !== null) return refusal;
  if (!state.written.questions.some((one) => one.no === question))
    return refuse(
      'written/unknown-question',
      `質問${String(question)}はありません。`,
      `There is no question ${String(question)}.`,
    );
  const who = personAnswering(state, context.actor, named);
  if (typeof who !== 'string') return who;
  const story = unfold(state, context);
  if (runningRound(state, 'answers') === null && runningRound(state, 'questions') === null)
    beginRound(story, 'answers');
  story.happen({ type: 'AnswerSubmitted', question, who, text });
  return story.accepted();
};

/**
 * Why no question can be put: the decisions are being collected, or the questions were closed and nothing new has been
 * answered since.
 */
function questionsOver(state: MeetingState): Refusal | null {
  if (runningRound(state, 'questions') !== null) return null;
  if (lastRound(state, 'decisions') !== null)
    return refuse(
      'written/round-closed',
      '意思の集約に入ったため、質問は締め切られています。意見は、賛否と一緒に書いてください。',
      'Decisions are being collected and questions are over. Write an opinion with your decision.',
    );
  const closedAt = lastRound(state, 'questions')?.closedAt ?? null;
  const since = (at: number | null | undefined) => closedAt !== null && (at ?? 0) >= closedAt;
  const answered =
    since(lastRound(state, 'answers')?.closedAt) ||
    state.written.questions.some((question) => question.answers.some((answer) => since(answer.at)));
  if (answered) return null;
  return refuse(
    'written/round-closed',
    'この回の質問は締め切られています。回答が届いたあとで、次の回の質問ができます。',
    'This round of questions is closed. Once answers have come, another round can begin.',
  );
}
