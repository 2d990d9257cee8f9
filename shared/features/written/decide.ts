import type { Deciders } from '../../meeting/decider.ts';
import { consentWritten, dispatch } from './consent.ts';
import { moveDeadline } from './deadline.ts';
import { closeRound, notifyResult, openRound, submitDecision } from './decisions.ts';
import { submitAnswer, submitQuestion } from './questions.ts';

export const writtenDeciders: Deciders<
  | 'consentWritten'
  | 'dispatch'
  | 'submitQuestion'
  | 'submitAnswer'
  | 'submitDecision'
  | 'openRound'
  | 'closeRound'
  | 'moveDeadline'
  | 'notifyResult'
> = {
  consentWritten,
  dispatch,
  submitQuestion,
  submitAnswer,
  submitDecision,
  openRound,
  closeRound,
  moveDeadline,
  notifyResult,
};
