/*
 * A body counts its meetings (第４回). The number is written in the meeting's title, in digits of either width or in
 * kanji, and the title of the next meeting has the next number in the same writing.
 */

const session = /第\s*([0-9０-９]{1,4}|[一二三四五六七八九十百]{1,7})\s*回/u;
const digits = '一二三四五六七八九';

/** `令和４年度第２回審議会` → `第２回`; null for a title without a number. */
export function sessionIn(title: string): string | null {
  return session.exec(title)?.[0] ?? null;
}

/** The title of the meeting that follows; unchanged where it has no number. */
export function nextTitle(title: string): string {
  return title.replace(session, (whole, number: string) => whole.replace(number, next(number)));
}

function next(number: string): string {
  if (/^[0-9]+$/.test(number)) return String(Number(number) + 1);
  if (/^[０-９]+$/u.test(number))
    return String(Number(number.normalize('NFKC')) + 1).replaceAll(/[0-9]/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
  return kanjiOf(valueOf(number) + 1);
}

/** 二十四 → 24 */
function valueOf(kanji: string): number {
  let sum = 0;
  let digit = 0;
  for (const letter of kanji) {
    const unit = letter === '百' ? 100 : letter === '十' ? 10 : 0;
    if (unit === 0) digit = digits.indexOf(letter) + 1;
    else {
      sum += Math.max(1, digit) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

function kanjiOf(value: number): string {
  const place = (count: number, unit: string) =>
    count === 0 ? '' : (count === 1 ? '' : (digits[count - 1] ?? '')) + unit;
  const ones = value % 10;
  return (
    place(Math.floor(value / 100), '百') +
    place(Math.floor(value / 10) % 10, '十') +
    (ones === 0 ? '' : (digits[ones - 1] ?? ''))
  );
}
