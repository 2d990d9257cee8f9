import type { Evolvers } from '../../meeting/decider.ts';
import type { AgendaEvents } from './events.ts';

export const agendaEvolvers: Evolvers<keyof AgendaEvents> = {
  ItemStarted: (state) => state,
  ItemEnded: (state) => state,
  ItemAdded: (state) => state,
  ItemsJoined: (state) => state,
};
