/*
 * Dates and times where the meeting is held: the offset its start was written with. A server or a page in another
 * zone prints the same.
 */

export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 日 … 土 */
  readonly weekday: string;
}

/** `at`: epoch ms; `startsAt`: the meeting's, an ISO time with its offset. */
export function localTime(at: number, startsAt: string): LocalTime {
  const there = new Date(at + offsetOf(startsAt));
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    minute: there.getUTCMinutes(),
    second: there.getUTCSeconds(),
    weekday: '日月火水木金土'[there.getUTCDay()] ?? '',
  };
}

/** The Japanese era (元号) of a day: 令和4年, the first year 元年. */
export function eraOf(time: Pick<LocalTime, 'year' | 'month' | 'day'>): { era: string; eraYear: string } {
  const day = time.year * 10_000 + time.month * 100 + time.day;
  for (const [from, era] of eras)
    if (day >= from) {
      const year = time.year - Math.floor(from / 10_000) + 1;
      return { era, eraYear: year === 1 ? '元' : String(year) };
    }
  return { era: '西暦', eraYear: String(time.year) };
}

/** The first day of each era, the latest first. */
const eras: readonly (readonly [number, string])[] = [
  [2019_05_01, '令和'],
  [1989_01_08, '平成'],
  [1926_12_25, '昭和'],
];

function offsetOf(startsAt: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(startsAt) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** 14:03:21 in the same place. */
export function timeOfDay(at: number, startsAt: string): string {
  const { hour, minute, second } = localTime(at, startsAt);
  return [hour, minute, second].map((n) => String(n).padStart(2, '0')).join(':');
}
