import { realSurroundings } from '../../server/surroundings.ts';
import type { Surroundings } from '../../server/surroundings.ts';

/** A clock and timers that move only when a test says so; the event loop is the real one. */
export interface ManualSurroundings extends Surroundings {
  /** Moves the time forward and runs what falls due on the way, each at its own moment. */
  pass(ms: number): void;
  /** Sets the wall clock alone, as an operator does. */
  setClock(now: number): void;
}

export function manualSurroundings(start = Date.parse('2026-11-22T13:30:00+09:00')): ManualSurroundings {
  let wall = start;
  let ticks = 0;
  const waiting = new Set<{ readonly at: number; readonly task: () => void }>();
  const move = (to: number) => {
    wall += to - ticks;
    ticks = to;
  };
  return {
    random: realSurroundings.random,
    clock: { now: () => wall, ticks: () => ticks },
    timers: {
      soon: realSurroundings.timers.soon,
      after(ms, task) {
        const timer = { at: ticks + ms, task };
        waiting.add(timer);
        return () => void waiting.delete(timer);
      },
    },
    pass(ms) {
      const end = ticks + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        waiting.delete(next);
        move(Math.max(next.at, ticks));
        next.task();
      }
      move(end);
    },
    setClock(now) {
      wall = now;
    },
  };
}
