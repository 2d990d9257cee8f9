import type { Evolvers } from '../../meeting/decider.ts';
import type { PlanEvents } from './events.ts';

export const planEvolvers: Evolvers<keyof PlanEvents> = {
  MeetingCreated: (state) => state,
  PlanChanged: (state) => state,
  PersonAdded: (state) => state,
  SeatsArranged: (state) => state,
};
