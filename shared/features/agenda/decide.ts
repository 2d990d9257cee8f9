import type { Deciders } from '../../meeting/decider.ts';
import { addItem, endItem, joinItems, startItem } from './items.ts';
import { closeToPublic, openToPublic } from './publicity.ts';

export const agendaDeciders: Deciders<
  'startItem' | 'endItem' | 'addItem' | 'joinItems' | 'closeToPublic' | 'openToPublic'
> = {
  startItem,
  endItem,
  addItem,
  joinItems,
  closeToPublic,
  openToPublic,
};
