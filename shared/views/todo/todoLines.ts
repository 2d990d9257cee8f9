import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { part } from '../part.ts';
import type { TodoLine } from '../types/todoLine.ts';
import { deviceTodos } from './deviceTodos.ts';
import { leaveTodos } from './leaveTodos.ts';
import { presenceTodos } from './presenceTodos.ts';
import { quorumTodos } from './quorumTodos.ts';
import { timeTodos } from './timeTodos.ts';
import { voteTodos } from './voteTodos.ts';

/**
 * 要対応: what needs a person at the desk, the most pressing first, each with the button that mends it where one
 * command does. What falls due by the clock is there beforehand with the time from which it counts (`since`): the page
 * shows it when that has come, so that the view does not change with the clock.
 */
export const todoLines = part(
  (state: MeetingState, { chairConnected, screensConnected, profile }: Ambient) => [
    state.conduct,
    state.agenda,
    state.votes,
    state.attendance,
    state.roster,
    state.rules,
    state.info,
    state.record.leaves,
    chairConnected,
    screensConnected,
    profile,
  ],
  (state, ambient): readonly TodoLine[] => {
    const { status } = state.conduct;
    if (state.info.mode === 'written' || status === 'closed' || status === 'adjourned') return [];
    return [
      ...quorumTodos(state),
      ...presenceTodos(state),
      ...voteTodos(state, ambient),
      ...leaveTodos(state),
      ...deviceTodos(state, ambient),
      ...timeTodos(state, ambient),
    ];
  },
);
