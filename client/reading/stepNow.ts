import type { VoteLine } from '../../shared/views/types/voteLine.ts';

/** Where the vote is, as an index into its steps: the call that people are answering, else the step to be taken. */
export function stepNow({ steps, at, called }: VoteLine): number {
  const answered = steps.findIndex((step) => step.step === 'call' && step.choice === called);
  return answered < 0 ? at : answered;
}
