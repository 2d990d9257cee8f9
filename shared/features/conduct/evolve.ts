import type { Evolvers } from '../../meeting/decider.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { pauseItemClock, resumeItemClock } from '../agenda/clock.ts';
import { endTurn } from '../floor/endTurn.ts';
import type { ConductEvents } from './events.ts';
import type { ConductState } from './state.ts';

export const conductEvolvers: Evolvers<keyof ConductEvents> = {
  MeetingOpened: (state, event) => withConduct(state, { status: 'open', openedAt: event.at }),
  Recessed: (state, event) =>
    withConduct(pauseItemClock(endTurn(state, event.at), event.at), {
      status: 'recess',
      recess: { since: event.at, until: event.until },
    }),
  Resumed: (state, event) => withConduct(resumeItemClock(state, event.at), { status: 'open', recess: null }),
  Adjourned: (state, event) =>
    withConduct(pauseItemClock(endTurn(state, event.at), event.at), {
      status: 'adjourned',
      recess: null,
      closedAt: event.at,
    }),
  MeetingClosed: (state, event) =>
    withConduct(pauseItemClock(endTurn(state, event.at), event.at), {
      status: 'closed',
      recess: null,
      closedAt: event.at,
    }),
  Presided: (state, event) => withConduct(state, { presiding: event.who, standsInFor: event.standsInFor }),
  ScreenSet: (state, event) =>
    withConduct(state, { screen: { scene: event.scene, notice: event.notice, size: event.size } }),
};

function withConduct(state: MeetingState, change: Partial<ConductState>): MeetingState {
  return { ...state, conduct: { ...state.conduct, ...change } };
}
