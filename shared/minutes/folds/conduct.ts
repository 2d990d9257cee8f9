import type { ConductEvents } from '../../features/conduct/events.ts';
import type { Folds } from './fold.ts';
import { nothing } from './fold.ts';

export const conductFolds: Folds<keyof ConductEvents> = {
  MeetingOpened: (minutes) => {
    minutes.add({ type: 'conduct', change: 'opened' });
  },
  Recessed: (minutes, { until }) => {
    minutes.add({ type: 'conduct', change: 'recess', text: until ?? '' });
  },
  Resumed: (minutes) => {
    minutes.add({ type: 'conduct', change: 'resumed' });
  },
  Adjourned: (minutes, { reason }) => {
    minutes.add({ type: 'conduct', change: 'adjourned', text: reason });
  },
  MeetingClosed: (minutes) => {
    minutes.model.item = null;
    minutes.add({ type: 'conduct', change: 'closed' });
  },
  Presided: (minutes, { who }) => {
    minutes.add({ type: 'conduct', change: 'presided', speaker: who });
  },
  ScreenSet: nothing,
};
