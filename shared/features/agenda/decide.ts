import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('agenda: this verb is being built');
}

export const agendaDeciders: Deciders<'startItem' | 'endItem' | 'addItem' | 'joinItems'> = {
  startItem: pending,
  endItem: pending,
  addItem: pending,
  joinItems: pending,
};
