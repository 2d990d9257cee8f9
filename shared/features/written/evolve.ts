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
  DeadlineMoved: (state, { kind, round: no, deadline }) => {
    if (no === null)
      return withWritten(state, { deadlines: { ...state.written.deadlines, [kind]: deadline } });
    return withWritten(state, {
      rounds: state.written.rounds.map((one) =>
        one.no === no && one.kind === kind ? { ...one, deadline } : one,
      ),
      ...(kind === 'decisions' ? { decisions: inTimeNow(state.written, no, deadline) } : {}),
    });
  },
  ResultNotified: (state, { at }) =>
    withWritten(
      { ...state, conduct: { ...state.conduct, status: 'closed', closedAt: at } },
      { notifiedAt: at },
    ),
};

function withWritten(state: MeetingState, change: Partial<WrittenState>): MeetingState {
  return { ...state, written: { ...state.written, ...change } };
}

/** Who came after the old deadline, while the round ran, and not after the new one, is in time. */
function inTimeNow(
  { rounds, decisions }: WrittenState,
  no: number,
  deadline: number,
): WrittenState['decisions'] {
  const openedAt = rounds.find((one) => one.kind === 'decisions' && one.no === no)?.openedAt ?? 0;
  return Object.fromEntries(
    Object.entries(decisions).map(([item, all]) => [
      item,
      Object.fromEntries(
        Object.entries(all).map(([who, one]) => {
          const inTime = one.late && one.at >= openedAt && one.at <= deadline;
          return [who, inTime ? { ...one, late: false } : one];
        }),
      ),
    ]),
  );
}
