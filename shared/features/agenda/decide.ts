import type { Deciders } from '../../meeting/decider.ts';
import { addItem, endItem, joinItems, startItem } from './items.ts';

export const agendaDeciders: Deciders<'startItem' | 'endItem' | 'addItem' | 'joinItems'> = {
  startItem,
  endItem,
  addItem,
  joinItems,
};
