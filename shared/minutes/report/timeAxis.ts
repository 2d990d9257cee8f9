import { localTime } from '../localTime.ts';
import type { Span } from './report.ts';

const minute = 60_000;
/** The steps that a clock is divided into, in minutes. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440];

/** The moments to mark on a clock: round ones where the meeting is, and no more of them than `most`. */
export function ticks({ from, to }: Span, startsAt: string, most: number): number[] {
  const length = Math.max(minute, to - from);
  const step = (steps.find((one) => length / (one * minute) <= most) ?? 1440) * minute;
  const { hour, minute: past, second } = localTime(from, startsAt);
  const midnight = from - ((hour * 60 + past) * 60 + second) * 1000 - (from % 1000);
  const marks: number[] = [];
  for (let at = midnight + Math.ceil((from - midnight) / step) * step; at <= to; at += step) marks.push(at);
  return marks;
}

/** 14:03 */
export function clockText(at: number, startsAt: string): string {
  const { hour, minute: past } = localTime(at, startsAt);
  return `${String(hour).padStart(2, '0')}:${String(past).padStart(2, '0')}`;
}

/** Whole minutes, rounded: 21; under half a minute and not nothing: 0.3. */
export function minutesText(ms: number): string {
  if (ms > 0 && ms < minute / 2) return (Math.ceil(ms / 6000) / 10).toFixed(1);
  return String(Math.round(ms / minute));
}
