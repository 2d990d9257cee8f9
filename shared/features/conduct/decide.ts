import { accept } from '../../meeting/decider.ts';
import type { Decide, Deciders } from '../../meeting/decider.ts';
import { preside } from './preside.ts';
import { adjourn, closeMeeting, openMeeting, recess, resume } from './session.ts';

const setScreen: Decide<'setScreen'> = (state, { scene, notice, size }) => {
  const { screen } = state.conduct;
  const next = { scene, notice: notice ?? null, size: size ?? screen.size };
  const same = next.scene === screen.scene && next.notice === screen.notice && next.size === screen.size;
  return same ? accept() : accept({ type: 'ScreenSet', ...next });
};

export const conductDeciders: Deciders<
  'openMeeting' | 'recess' | 'resume' | 'adjourn' | 'closeMeeting' | 'preside' | 'setScreen'
> = { openMeeting, recess, resume, adjourn, closeMeeting, preside, setScreen };
