import type { Evolvers } from '../../meeting/decider.ts';
import type { RecordEvents } from './events.ts';

export const recordEvolvers: Evolvers<keyof RecordEvents> = {
  ItemConcluded: (state) => state,
  OpinionAttached: (state) => state,
  OpinionAnswered: (state) => state,
  Promised: (state) => state,
  PromiseFulfilled: (state) => state,
  Noted: (state) => state,
  StageDirected: (state) => state,
  TurnWritten: (state) => state,
  TurnCorrected: (state) => state,
  RemarkWithdrawn: (state) => state,
};
