import type { CeremonyStep } from '../components/ceremonyStep.ts';
import { ceremonyWords } from '../messages/ceremony.ts';
import { stepNow } from './stepNow.ts';
import type { VoteLine, VoteStep } from '../../shared/views/types/voteLine.ts';

function labelOf(step: VoteStep): string {
  const words = ceremonyWords();
  if (step.step === 'call') {
    return { yes: words.callYes, no: words.callNo, abstain: words.callAbstain }[step.choice];
  }
  return words[step.step];
}

/** A vote's steps as they are drawn: what is done with its time or was passed over, where it is, what is to come. */
export function ceremonySteps(vote: VoteLine): CeremonyStep[] {
  const now = stepNow(vote);
  return vote.steps.map((step, at) => ({
    id: `${at}`,
    label: labelOf(step),
    state: at === now ? 'current' : at >= vote.at ? 'next' : step.at === null ? 'skipped' : 'done',
    at: step.at ?? undefined,
  }));
}
