import type { Evolvers } from '../../meeting/decider.ts';
import type { WrittenEvents } from './events.ts';

export const writtenEvolvers: Evolvers<keyof WrittenEvents> = {
  WrittenConsented: (state) => state,
  Dispatched: (state) => state,
  QuestionSubmitted: (state) => state,
  AnswerSubmitted: (state) => state,
  DecisionSubmitted: (state) => state,
  RoundOpened: (state) => state,
  RoundClosed: (state) => state,
  ResultNotified: (state) => state,
};
