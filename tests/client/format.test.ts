import { describe, expect, it } from 'vitest';
import {
  clockedTime,
  clockTime,
  dateOf,
  dayOf,
  exactSpanOf,
  fullWidthDigits,
  halfWidthDigits,
  runningTime,
  shortStamp,
  spanOf,
} from '../../client/messages/format.ts';

const at = Date.parse('2022-07-11T15:38:05+09:00');

describe('times on the screens', () => {
  it('[C1] shows the wall clock of Japan whatever the device thinks', () => {
    expect(clockTime(at)).toBe('15:38:05');
    expect(clockTime(at, false)).toBe('15:38');
    expect(clockTime(Date.parse('2022-07-10T15:00:00Z'))).toBe('00:00:00');
    expect(shortStamp(at)).toBe('7/11 15:38');
  });

  it('[C1] names the day in both languages', () => {
    expect(dayOf(at, 'ja')).toBe('7月11日（月）');
    expect(dayOf(at, 'en')).toBe('Mon 11 Jul');
    expect(dateOf(at, 'ja')).toBe('2022年7月11日（月）');
    expect(dateOf(Date.parse('2022-12-31T16:00:00Z'), 'en')).toBe('Sun 1 Jan 2023');
  });

  it('[C1] writes running times and spans, never below zero', () => {
    expect(runningTime(42.9)).toBe('0:42');
    expect(runningTime(133)).toBe('2:13');
    expect(runningTime(3733)).toBe('1:02:13');
    expect(runningTime(-3)).toBe('0:00');
    expect(clockedTime(8)).toBe('00:08');
    expect(clockedTime(3733)).toBe('1:02:13');
    expect(spanOf(18 * 60 + 59, 'ja')).toBe('18分');
    expect(spanOf(3 * 3600 + 36 * 60, 'ja')).toBe('3時間36分');
    expect(spanOf(3600, 'en')).toBe('1 h');
    expect(exactSpanOf(76, 'ja')).toBe('1分16秒');
    expect(exactSpanOf(21, 'en')).toBe('21 s');
  });

  it('[C2] turns digits wide and narrow, and leaves the rest alone', () => {
    expect(fullWidthDigits('（4）第12号')).toBe('（４）第１２号');
    expect(halfWidthDigits('１８人')).toBe('18人');
    expect(halfWidthDigits(fullWidthDigits('a0123456789z'))).toBe('a0123456789z');
  });
});
