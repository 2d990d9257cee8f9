import type { Evolvers } from '../../meeting/decider.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { WrittenEvents } from './events.ts';
import type { WrittenState } from './state.ts';

export const writtenEvolvers: Evolvers<keyof WrittenEvents> = {
  WrittenConsented: (state, { who, agree }) =>
    withWritten(state, { consents: { ...state.written.consents, [who]: agree } }),
  Dispatched: (state, { documents, deadlines, at }) =>
    withWritten(
      { ...state, conduct: { ...state.conduct, status: 'open', openedAt: at } },
      { documents, deadlines, dispatchedAt: at },
    ),
  QuestionSubmitted: (state, { question, item, who, text, at }) => {
    const round = state.written.rounds.filter((one) => one.kind === 'questions').length;
    return withWritten(state, {
      questions: [...state.written.questions, { no: question, item, who, text, at, round, answers: [] }],
    });
  },
  AnswerSubmitted: (state, { question, who, text, at }) =>
    withWritten(state, {
      questions: state.written.questions.map((one) =>
        one.no === question ? { ...one, answers: [...one.answers, { by: who, text, at }] } : one,
      ),
    }),
  DecisionSubmitted: (state, { item, who, choice, opinion, late, at }) => {
    const onItem = state.written.decisions[item] ?? {};
    // What came in time stands: a late reply is kept in the log beside it and counts for nothing.
    if (late && onItem[who]?.late === false) return state;
    return withWritten(state, {
      decisions: {
        ...state.written.decisions,
        [item]: { ...onItem, [who]: { choice, opinion, at, late } },
      },
    });
  },
  RoundOpened: (state, { round: no, kind, deadline, at }) =>
    withWritten(state, {
      rounds: [...state.written.rounds, { no, kind, openedAt: at, deadline, closedAt: null }],
    }),
  RoundClosed: (state, { round: no, kind, results, at }) =>
    withWritten(state, {
      rounds: state.written.rounds.map((one) =>
        one.no === no && one.kind === kind ? { ...one, closedAt: at } : one,
      ),
      results: results ?? state.written.results,
    }),
  ResultNotified: (state, { at }) =>
    withWritten(
      { ...state, conduct: { ...state.conduct, status: 'closed', closedAt: at } },
      { notifiedAt: at },
    ),
};

function withWritten(state: MeetingState, change: Partial<WrittenState>): MeetingState {
  return { ...state, written: { ...state.written, ...change } };
}
