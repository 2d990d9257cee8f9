import * as v from 'valibot';

/*
 * How something is numbered, shown by its first number: `１`, `(1)`, `①`, `一`, `ア`, `諮問第1号`, `日程第１`.
 */

const circled = (n: number): string | null => {
  if (n >= 1 && n <= 20) return String.fromCodePoint(0x2460 + n - 1);
  if (n >= 21 && n <= 35) return String.fromCodePoint(0x3251 + n - 21);
  return n >= 36 && n <= 50 ? String.fromCodePoint(0x32b1 + n - 36) : null;
};
const kanjiDigits = '〇一二三四五六七八九';
const kana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

const samples: Readonly<Record<string, (n: number) => string>> = {
  '1': (n) => String(n),
  '１': (n) => fullWidthDigits(String(n)),
  '①': (n) => circled(n) ?? `(${n})`,
  一: kanji,
  ア: (n) => kana[n - 1] ?? String(n),
  A: (n) => (n <= 26 ? String.fromCharCode(64 + n) : String(n)),
};
const sample = /[1１①一アA]/g;

export const numberFormSchema = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check(
    (form) => form === '' || form.match(sample)?.length === 1,
    (issue) =>
      `${issue.received} is not a number form: it shows the first number once, as one of 1 １ ① 一 ア A ("(1)", "諮問第1号"), or is empty for no number`,
  ),
  v.description('The first number as it is printed: 1. （１） ① 一 ア 諮問第1号; empty for none'),
);

/** The n-th number in a form. */
export function numberIn(form: string, n: number): string {
  return form.replace(sample, (digit) => samples[digit]?.(n) ?? digit);
}

function fullWidthDigits(text: string): string {
  return text.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function halfWidthDigits(text: string): string {
  return text.replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/** How a body prints the digits of its document. */
export const digitForms = ['full', 'half', 'kanji', 'asTyped'] as const;

/** A text as a body prints its digits; in kanji numbers to 99 are read (二十四), longer ones spelt (二〇二六). */
export function inDigits(form: (typeof digitForms)[number], text: string): string {
  if (form === 'asTyped') return text;
  if (form === 'kanji') return text.replaceAll(/[0-9０-９]+/g, (run) => inKanji(halfWidthDigits(run)));
  return form === 'full' ? fullWidthDigits(text) : halfWidthDigits(text);
}

/** 0, and what begins with a nought (a name, a code), is spelt digit by digit. */
function inKanji(digits: string): string {
  return digits.length > 2 || digits.startsWith('0')
    ? [...digits].map((digit) => kanjiDigits[Number(digit)] ?? digit).join('')
    : kanji(Number(digits));
}

function kanji(n: number): string {
  if (n > 99 || n < 1) return [...String(n)].map((digit) => kanjiDigits[Number(digit)] ?? digit).join('');
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${kanjiDigits[tens] ?? ''}十`;
  return ten + (ones === 0 ? '' : (kanjiDigits[ones] ?? ''));
}
