import type { Pace } from './player.ts';

/** Every step as soon as the one before it was answered. */
export const atOnce: Pace = () => Promise.resolve();

/**
 * The scenario's own gaps, divided by `factor`. `longest` (ms of the real clock) keeps a rehearsal from standing
 * still during a half-hour explanation.
 */
export function timesFaster(factor: number, longest = Infinity): Pace {
  return async (gap) => {
    const wait = Math.min(Math.max(0, gap) / factor, longest);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  };
}
