import type { PlanEvents } from '../../features/plan/events.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';
import { retitle } from './agenda.ts';

export const planFolds: Folds<keyof PlanEvents> = {
  MeetingCreated: nothing,
  PlanChanged: (minutes, { agenda }) => {
    if (agenda !== undefined) retitle(minutes);
  },
  PersonAdded: nothing,
  SeatsArranged: nothing,
};
