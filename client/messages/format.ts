/**
 * Times, durations and digits as they are written on the screens. Instants are milliseconds since the
 * epoch on the server's clock; the meeting's wall clock is Japan's, whatever the device thinks.
 */
import type { Language } from './language.svelte.ts';

/** Japan has had no summer time since 1951, so the zone is an addition. */
const japanOffsetMs = 9 * 60 * 60 * 1000;

const weekdays = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function inJapan(at: number): Date {
  return new Date(at + japanOffsetMs);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `15:38:05`, or `15:38` where seconds would only flicker. */
export function clockTime(at: number, seconds = true): string {
  const date = inJapan(at);
  const hoursAndMinutes = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  return seconds ? `${hoursAndMinutes}:${two(date.getUTCSeconds())}` : hoursAndMinutes;
}

/** `7月11日（月）`, `Mon 11 Jul`. */
export function dayOf(at: number, language: Language): string {
  const date = inJapan(at);
  const month = date.getUTCMonth();
  const day = date.getUTCDate();
  const weekday = weekdays[language][date.getUTCDay()] ?? '';
  return language === 'ja'
    ? `${month + 1}月${day}日（${weekday}）`
    : `${weekday} ${day} ${months[month] ?? ''}`;
}

/** `2022年7月11日（月）`, `Mon 11 Jul 2022`. */
export function dateOf(at: number, language: Language): string {
  const year = String(inJapan(at).getUTCFullYear());
  return language === 'ja' ? `${year}年${dayOf(at, language)}` : `${dayOf(at, language)} ${year}`;
}

/** `7/11 14:00`: the short form of tables. */
export function shortStamp(at: number): string {
  const date = inJapan(at);
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()} ${clockTime(at, false)}`;
}

/** A running time in whole seconds: `0:42`, `2:13`, `1:02:13`. Never negative. */
export function runningTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** The same with two digits for the minutes: `02:13`, so that a big clock keeps its width. */
export function clockedTime(seconds: number): string {
  return runningTime(seconds).padStart(5, '0');
}

/** `18分`, `18 min`, `1時間3分`, `1 h 3 min`. Seconds are dropped. */
export function spanOf(seconds: number, language: Language): string {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (language === 'ja') {
    return hours === 0 ? `${minutes}分` : `${hours}時間${rest === 0 ? '' : `${rest}分`}`;
  }
  return hours === 0 ? `${minutes} min` : `${hours} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** `21秒`, `1分16秒`; `21 s`, `1 min 16 s`. */
export function exactSpanOf(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  if (language === 'ja') return `${minutes === 0 ? '' : `${minutes}分`}${whole % 60}秒`;
  return `${minutes === 0 ? '' : `${minutes} min `}${whole % 60} s`;
}

/** ASCII digits to full-width ones: `（4）` → `（４）`. */
export function fullWidthDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Full-width digits to ASCII ones, for reading what was typed: `１８` → `18`. */
export function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
