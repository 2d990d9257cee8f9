import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('written: this verb is being built');
}

export const writtenDeciders: Deciders<
  | 'consentWritten'
  | 'dispatch'
  | 'submitQuestion'
  | 'submitAnswer'
  | 'submitDecision'
  | 'openRound'
  | 'closeRound'
  | 'notifyResult'
> = {
  consentWritten: pending,
  dispatch: pending,
  submitQuestion: pending,
  submitAnswer: pending,
  submitDecision: pending,
  openRound: pending,
  closeRound: pending,
  notifyResult: pending,
};
