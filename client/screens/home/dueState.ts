const japan = 9 * 3600_000;
const day = 24 * 3600_000;

/**
 * How near the day is that somebody promised something for, where the words name one (`9月12日まで`, `2026-09-12`,
 * in digits of either width). A day without a year is the first one after the promise was made. `due`: as typed;
 * `madeAt`, `now`: epoch ms.
 */
export function dueState(due: string | null, madeAt: number, now: number): 'later' | 'today' | 'past' {
  const at = due === null ? null : dayIn(due.normalize('NFKC'), madeAt);
  if (at === null) return 'later';
  const today = Math.floor((now + japan) / day);
  return at > today ? 'later' : at === today ? 'today' : 'past';
}

/** Days since the epoch by Japan's calendar; null where no day is named. */
function dayIn(due: string, madeAt: number): number | null {
  const whole = /([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})/.exec(due);
  if (whole !== null) return dayNumber(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const short = /([0-9]{1,2})\s*[/月]\s*([0-9]{1,2})/.exec(due);
  if (short === null) return null;
  const made = Math.floor((madeAt + japan) / day);
  const year = new Date(madeAt + japan).getUTCFullYear();
  const same = dayNumber(year, Number(short[1]), Number(short[2]));
  return same >= made ? same : dayNumber(year + 1, Number(short[1]), Number(short[2]));
}

function dayNumber(year: number, month: number, date: number): number {
  return Math.floor(Date.UTC(year, month - 1, date) / day);
}
