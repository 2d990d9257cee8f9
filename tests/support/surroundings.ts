import { hash } from 'node:crypto';
import type { LogSurroundings } from '../../server/log/embedded/embeddedLog.ts';
import type { Random } from '../../server/log/sealedBox.ts';

/** Bytes that look random and are the same in every run. */
export const countedBytes = (seed = 'seed'): Random => {
  let count = 0;
  return (bytes) => {
    let hex = '';
    while (hex.length < bytes * 2) hex += hash('sha256', `${seed} ${count++}`, 'hex');
    return Buffer.from(hex.slice(0, bytes * 2), 'hex');
  };
};

/** A clock that moves a second with each look. */
export const countedClock = (start = 1_700_000_000_000): (() => number) => {
  let time = start;
  return () => (time += 1000);
};

/** For stores under test: an own clock, counted bytes, the real event loop. */
export const testSurroundings = (change: Partial<LogSurroundings> = {}): LogSurroundings => ({
  now: countedClock(),
  random: countedBytes(),
  schedule: (task) => void setImmediate(task),
  ...change,
});
