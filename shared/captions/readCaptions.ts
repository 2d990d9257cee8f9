import type { Sentence } from '../protocol/language.ts';
import { decodeText } from '../setup/decodeText.ts';
import { captionBlocks } from './captionBlocks.ts';
import { spokenIn } from './captionText.ts';
import type { Cue, ReadCaptions } from './cue.ts';
import { fingerprintOf } from './fingerprint.ts';
import { captionRefusals as refuse, captionRemarks as remark } from './captionWords.ts';
import { inOrder } from './inOrder.ts';
import { withNames } from './spokenNames.ts';

/** Ten hours of captions are two or three megabytes. */
const largestFile = 40 * 1024 * 1024;

/**
 * Reads a caption file of a video call or a speech recognizer: WebVTT, SRT or SBV, in any encoding of a Japanese
 * office. Times that overlap or run backwards are put in order and said.
 */
export function readCaptions(bytes: Uint8Array): ReadCaptions {
  if (bytes.length > largestFile) return { ok: false, why: refuse.tooLarge(largestFile / 1024 / 1024) };
  const decoded = textOf(bytes);
  if (decoded === null) return { ok: false, why: refuse.notText() };
  const lines = decoded.text.split(/\r\n|\r|\n/u);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return { ok: false, why: refuse.empty() };
  const { blocks, broken } = captionBlocks(lines);
  const unreadable = broken[0];
  if (unreadable !== undefined && broken.length > blocks.length)
    return { ok: false, why: refuse.brokenTime(unreadable, excerpt(lines[unreadable - 1])) };
  if (blocks.length === 0) return { ok: false, why: refuse.noTimes(first + 1, excerpt(lines[first])) };

  const spoken = blocks.flatMap((block) => spokenIn(block.lines).map((one) => ({ ...one, block })));
  const named = withNames(spoken);
  const raw = spoken.map(({ block }, index): Cue => {
    const { name, text } = named[index] ?? { name: null, text: '' };
    return { from: block.from, to: block.to, line: block.line, name, text };
  });
  if (raw.length === 0) return { ok: false, why: refuse.noWords() };
  const { cues, remarks } = inOrder(raw);
  const said: Sentence[] = [
    ...(unreadable === undefined ? [] : [remark.brokenTimes(broken.length, unreadable)]),
    ...remarks,
  ];
  return {
    ok: true,
    captions: {
      format: /^\uFEFF?WEBVTT(\s|$)/.test(lines[first] ?? '')
        ? 'WebVTT'
        : blocks[0]?.form === 'comma'
          ? 'SBV'
          : 'SRT',
      encoding: decoded.encoding,
      cues,
      fingerprint: fingerprintOf(cues),
      remarks: said,
    },
  };
}

/** Null for what is no text: a recording, a Word document. */
function textOf(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | null {
  const [first = 0, second = 0] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const head = bytes.subarray(0, 4000);
  const magic = String.fromCharCode(...head.subarray(0, 4));
  if (magic.startsWith('PK\u0003') || magic === '%PDF') return null;
  if (marked || !head.includes(0)) return decodeText(bytes);
  // UTF-16 without its mark: the digits of the times have a zero byte each, always on the same side.
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++)
    if (head[i] === 0) {
      if (i % 2 === 0) even++;
      else odd++;
    }
  if (Math.min(even, odd) * 8 > Math.max(even, odd) || Math.max(even, odd) < head.length / 20) return null;
  const name = odd > even ? 'utf-16le' : 'utf-16be';
  return { text: new TextDecoder(name).decode(bytes), encoding: 'UTF-16' };
}

function excerpt(line: string | undefined): string {
  const text = (line ?? '').trim();
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
