import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('plan: this verb is being built');
}

export const planDeciders: Deciders<'changePlan' | 'addPerson' | 'arrangeSeats'> = {
  changePlan: pending,
  addPerson: pending,
  arrangeSeats: pending,
};
