import type { Evolvers } from '../../meeting/decider.ts';
import type { ConductEvents } from './events.ts';

export const conductEvolvers: Evolvers<keyof ConductEvents> = {
  MeetingOpened: (state) => state,
  Recessed: (state) => state,
  Resumed: (state) => state,
  Adjourned: (state) => state,
  MeetingClosed: (state) => state,
  Presided: (state) => state,
  ScreenSet: (state) => state,
};
