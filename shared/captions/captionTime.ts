/*
 * `00:00:01.000 --> 00:00:04.000` (WebVTT, hours may be missing), `00:00:01,000 --> …` (SRT), `0:00:01.000,0:00:04.000`
 * (SBV). What is seen in the wild besides: missing or short fractions, full-width digits, hours beyond 99.
 */

export interface CaptionSpan {
  readonly from: number;
  readonly to: number;
  readonly form: 'arrow' | 'comma';
}

const moment = String.raw`(?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,6})?`;
const arrow = new RegExp(String.raw`^\s*(${moment})\s*--?>\s*(${moment})(?:\s.*)?$`);
const comma = /^\s*(\d{1,4}:\d{2}:\d{2}\.\d{1,3}),(\d{1,4}:\d{2}:\d{2}\.\d{1,3})\s*$/;

/** The times of a line, ms; null where it is no timing line; `broken` where it means to be one and cannot be read. */
export function captionSpan(line: string): CaptionSpan | 'broken' | null {
  if (line.length > 500) return null;
  const plain = line.normalize('NFKC');
  const isArrow = plain.includes('->');
  const found = (isArrow ? arrow : comma).exec(plain);
  if (found === null) return isArrow && plain.includes('-->') ? 'broken' : null;
  const from = millisOf(found[1] ?? '');
  const to = millisOf(found[2] ?? '');
  return from === null || to === null ? 'broken' : { from, to, form: isArrow ? 'arrow' : 'comma' };
}

function millisOf(text: string): number | null {
  const [whole = '', fraction = ''] = text.split(/[.,]/);
  const [seconds = 0, minutes = 0, hours = 0] = whole.split(':').toReversed().map(Number);
  if (seconds > 59 || minutes > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.floor(Number(`0.${fraction || '0'}`) * 1000);
}
