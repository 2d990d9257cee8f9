import { accept } from '../../meeting/decider.ts';
import type { Decide, Deciders } from '../../meeting/decider.ts';
import { refuse } from '../../meeting/refusal.ts';
import { preside } from './preside.ts';
import { adjourn, closeMeeting, openMeeting, recess, resume } from './session.ts';

const setScreen: Decide<'setScreen'> = (state, { scene, notice, size }) => {
  const { screen } = state.conduct;
  // A notice already written is kept for the next time.
  const next = { scene, notice: notice ?? screen.notice, size: size ?? screen.size };
  if (next.scene === 'notice' && next.notice === null)
    return refuse(
      'screen/no-notice',
      'お知らせの文がありません。表示する文を入れてください。',
      'There is no notice to show. Enter its words.',
    );
  const same = next.scene === screen.scene && next.notice === screen.notice && next.size === screen.size;
  return same ? accept() : accept({ type: 'ScreenSet', ...next });
};

export const conductDeciders: Deciders<
  'openMeeting' | 'recess' | 'resume' | 'adjourn' | 'closeMeeting' | 'preside' | 'setScreen'
> = { openMeeting, recess, resume, adjourn, closeMeeting, preside, setScreen };
