import type { Deciders } from '../../meeting/decider.ts';

function pending(): never {
  throw new Error('conduct: this verb is being built');
}

export const conductDeciders: Deciders<
  'openMeeting' | 'recess' | 'resume' | 'adjourn' | 'closeMeeting' | 'preside' | 'setScreen'
> = {
  openMeeting: pending,
  recess: pending,
  resume: pending,
  adjourn: pending,
  closeMeeting: pending,
  preside: pending,
  setScreen: pending,
};
