import type { Clock } from '../surroundings.ts';

/** The time by which a meeting is recorded. What is recorded never runs backwards, whatever a machine's clock does. */
export interface MeetingClock {
  now(): number;
  /** What is recorded has reached `at`; a rehearsal's player moves its clock with this. */
  reach(at: number): void;
}

/** `from`: the time of the last event. */
export function liveClock(clock: Clock, from: number): MeetingClock {
  let recorded = from;
  return {
    now: () => Math.max(recorded, clock.now()),
    reach(at) {
      recorded = Math.max(recorded, at);
    },
  };
}

/** A rehearsal's clock stands still until its player moves it. */
export function rehearsalClock(from: number): MeetingClock {
  let latest = from;
  return {
    now: () => latest,
    reach(at) {
      latest = Math.max(latest, at);
    },
  };
}
