import type { Evolvers } from '../../meeting/decider.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { WrittenEvents } from './events.ts';
import { runningRound } from './rounds.ts';
import type { WrittenDecision, WrittenState } from './state.ts';

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
    const before = onItem[who];
    const reply = { choice, opinion, at };
    const waiting = late && runningRound(state, 'decisions') !== null ? reply : null;
    // What came in time stands: a late reply waits beside it and counts for nothing.
    const stands = late && before?.late === false ? before : { ...reply, late };
    return withWritten(state, {
      decisions: {
        ...state.written.decisions,
        [item]: { ...onItem, [who]: { ...stands, waiting } },
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
      // No deadline takes in any more what was late in a round that is closed.
      ...(kind === 'decisions'
        ? { decisions: eachDecision(state.written, (one) => ({ ...one, waiting: null })) }
        : {}),
    }),
  DeadlineMoved: (state, { kind, round: no, deadline }) => {
    if (no === null)
      return withWritten(state, { deadlines: { ...state.written.deadlines, [kind]: deadline } });
    return withWritten(state, {
      rounds: state.written.rounds.map((one) =>
        one.no === no && one.kind === kind ? { ...one, deadline } : one,
      ),
      ...(kind === 'decisions'
        ? { decisions: eachDecision(state.written, (one) => inTimeNow(one, deadline)) }
        : {}),
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

/** Who came after the old deadline, while the round ran, and not after the new one, is in time: the last reply stands. */
function inTimeNow(one: WrittenDecision, deadline: number): WrittenDecision {
  const { waiting } = one;
  return waiting === null || waiting.at > deadline ? one : { ...waiting, late: false, waiting: null };
}

function eachDecision(
  { decisions }: WrittenState,
  change: (one: WrittenDecision) => WrittenDecision,
): WrittenState['decisions'] {
  return Object.fromEntries(
    Object.entries(decisions).map(([item, all]) => [
      item,
      Object.fromEntries(Object.entries(all).map(([who, one]) => [who, change(one)])),
    ]),
  );
}
