import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Captions } from '../../shared/captions/cue.ts';
import { readCaptions } from '../../shared/captions/readCaptions.ts';
import { toShiftJis } from '../../server/exports/shiftJis.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string | Uint8Array): Captions {
  const result = readCaptions(typeof text === 'string' ? bytes(text) : text);
  if (!result.ok) throw new Error(result.why.en);
  return result.captions;
}

function refusal(text: string | Uint8Array) {
  const result = readCaptions(typeof text === 'string' ? bytes(text) : text);
  if (result.ok) throw new Error('it was read');
  return result.why;
}

const said = (captions: Captions) => captions.cues.map(({ from, to, name, text }) => [from, to, name, text]);

const zoom =
  'WEBVTT\r\n\r\n1\r\n00:00:03.450 --> 00:00:06.780\r\n委員 一: ただいまから開会します。\r\n\r\n' +
  '2\r\n00:00:07.000 --> 00:00:09.500\r\n事務局: 定足数: 満たしております。\r\n\r\n' +
  '3\r\n00:00:10.000 --> 00:00:12.000\r\n委員 一: ありがとうございます。\r\n';

describe('the files of four tools', () => {
  it('[K1] Zoom: names before the words, numbers, CRLF', () => {
    const captions = read(zoom);
    expect(captions.format).toBe('WebVTT');
    expect(said(captions)).toEqual([
      [3450, 6780, '委員 一', 'ただいまから開会します。'],
      [7000, 9500, '事務局', '定足数: 満たしております。'],
      [10_000, 12_000, '委員 一', 'ありがとうございます。'],
    ]);
    expect(captions.remarks).toEqual([]);
  });

  it('[K1] Teams: voices, long ids, several lines, two voices in one caption', () => {
    const captions = read(
      '\uFEFFWEBVTT\n\n3f9c1a2e-77aa-4d10-9a55-0c2f6d1e8b70/12-0\n00:00:03.450 --> 00:00:06.780 align:start\n' +
        '<v 委員 二>資料を\nご覧ください。</v>\n\n3f9c1a2e-77aa-4d10-9a55-0c2f6d1e8b70/13-1\n' +
        '00:01:00.000 --> 00:01:04.000\n<v.loud 委員 二>はい。</v><v 課長>お答えします。</v>\n',
    );
    expect(said(captions)).toEqual([
      [3450, 6780, '委員 二', '資料をご覧ください。'],
      [60_000, 64_000, '委員 二', 'はい。'],
      [60_000, 64_000, '課長', 'お答えします。'],
    ]);
  });

  it('[K1] Meet: SBV and SRT with names', () => {
    const sbv = read(
      '0:00:01.000,0:00:04.500\n委員三: 質問です。\n\n0:00:05.000,0:00:06.000\n委員三: 以上です。\n',
    );
    expect(sbv.format).toBe('SBV');
    expect(said(sbv)).toEqual([
      [1000, 4500, '委員三', '質問です。'],
      [5000, 6000, '委員三', '以上です。'],
    ]);
    const srt = read(
      '1\n00:00:01,000 --> 00:00:04,500\n委員三：質問です。\n\n2\n00:00:05,000 --> 00:00:06,000\n委員三：以上です。\n',
    );
    expect(srt.format).toBe('SRT');
    expect(said(srt)).toEqual(said(sbv));
  });

  it('[K1] Whisper: no names, no hours, hours beyond a day, blank lines inside, no blank lines between', () => {
    const captions = read(
      'WEBVTT\n\nNOTE made by a recognizer\nof some kind\n\n00:01.000 --> 00:04.000\nえー、次に\n\n予算について\n\n' +
        'STYLE\n::cue { color: red }\n\n00:04.000 --> 00:06.500\n説明します\n\n30:00:00.000 --> 30:00:02.000\n終わります',
    );
    expect(said(captions)).toEqual([
      [1000, 4000, null, 'えー、次に予算について'],
      [4000, 6500, null, '説明します'],
      [108_000_000, 108_002_000, null, '終わります'],
    ]);
    const tight = read(
      '1\n00:00:01,000 --> 00:00:02,000\nThat is\nall\n2\n00:00:03,000 --> 00:00:04,000\nはい\n',
    );
    expect(said(tight).map((one) => one[3])).toEqual(['That is all', 'はい']);
  });

  it('[K2] in UTF-8, UTF-16 with and without its mark, and Shift_JIS', () => {
    const utf16 = (mark: boolean, little: boolean) => {
      const text = (mark ? '\uFEFF' : '') + zoom;
      const out = new Uint8Array(text.length * 2);
      const view = new DataView(out.buffer);
      for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
      return out;
    };
    for (const file of [utf16(true, true), utf16(true, false), utf16(false, true), utf16(false, false)]) {
      expect(read(file).encoding).toBe('UTF-16');
      expect(said(read(file))).toEqual(said(read(zoom)));
    }
    const japanese = toShiftJis(zoom).body;
    expect(read(japanese).encoding).toBe('Shift_JIS');
    expect(said(read(japanese))).toEqual(said(read(zoom)));
  });

  it('[K7] the fingerprint follows times and words, and neither name nor encoding', () => {
    expect(read(toShiftJis(zoom).body).fingerprint).toBe(read(zoom).fingerprint);
    expect(read(zoom.replaceAll('\r\n', '\n')).fingerprint).toBe(read(zoom).fingerprint);
    expect(read(zoom.replace('開会', '閉会')).fingerprint).not.toBe(read(zoom).fingerprint);
    expect(read(zoom.replace('03.450', '03.451')).fingerprint).not.toBe(read(zoom).fingerprint);
    expect(read(zoom).fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('files kept as they come', () => {
  const opening = ['定刻ですので、開会します。', '出席は、七名です。'];
  const bare = opening.map((text) => text.replaceAll(/[、。]/gu, ''));
  const minutes = (from: string) => from.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;

  it.each([
    [
      'zoom.vtt',
      'WebVTT',
      ['委員０１', '事務局（総務課）', '委員０１', null, '事務局（総務課）'],
      opening,
      '0:19',
    ],
    [
      'teams.vtt',
      'WebVTT',
      ['委員０１', '総務課　職員０１', '総務課　職員０１', '委員０１'],
      opening,
      '1:00:12.3',
    ],
    ['meet.sbv', 'SBV', ['委員０１', '職員０１', '委員０１', '職員０１'], opening, '1:00:16'],
    [
      'meet.vtt',
      'WebVTT',
      ['委員０１', '職員０１', '委員０１', '職員０１', '職員０１', '委員０１'],
      opening,
      '1:00:16',
    ],
    ['meet.srt', 'SRT', ['委員０１', '職員０１', '委員０１', '職員０１'], opening, '1:00:16'],
    ['whisper.vtt', 'WebVTT', [null, null, null, null], bare, '1:00:12.3'],
    ['whisper.srt', 'SRT', [null, null, null, null], bare, '1:00:12.3'],
    ['whisperx.srt', 'SRT', ['SPEAKER_00', 'SPEAKER_01', 'SPEAKER_00'], bare, '59:58'],
  ] as const)('[K52] %s', async (file, format, names, first, last) => {
    const folder = resolve(import.meta.dirname, '../support/captions/files');
    const captions = read(await readFile(join(folder, file)));
    expect([captions.format, captions.remarks]).toEqual([format, []]);
    expect(captions.cues.map(({ name }) => name)).toEqual(names);
    expect(captions.cues.slice(0, 2).map(({ text }) => text)).toEqual(first);
    expect(captions.cues.map(({ from }) => from).slice(0, 2)).toEqual([3450, 7010]);
    expect(captions.cues.at(-1)?.from).toBe(minutes(last));
  });
});

describe('two who speak in one caption', () => {
  it('[K40] are told apart where Meet draws a dash between them, and a dash alone is left where it stands', async () => {
    const folder = resolve(import.meta.dirname, '../support/captions/files');
    const captions = read(await readFile(join(folder, 'meet.vtt')));
    expect(captions.cues.map(({ text }) => text)).toEqual([
      '定刻ですので、開会します。',
      '出席は、七名です。',
      '出席が足りました。',
      '資料を配ります。',
      '以上です。',
      '- と書いてあるのは、誤りです。',
    ]);
    const [, , one, other] = captions.cues;
    expect([other?.from, other?.to]).toEqual([one?.from, one?.to]);
    expect(captions.remarks).toEqual([]);
    const dashed = read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n前の行\n-\n後の行\n\n00:03.000 --> 00:04.000\n次の行\n-\n（笑い）\nはい\n',
    );
    expect(dashed.cues.map(({ text }) => text)).toEqual(['前の行-後の行', '次の行', '（笑い）はい']);
    expect(dashed.cues.every(({ name }) => name === null)).toBe(true);
  });
});

describe('names before the words', () => {
  it('[K5] words in brackets are no name where they do not come again', () => {
    const captions = read(vtt(['(拍手) 以上です', '次に進みます', '(笑い) はい', '以上です']));
    expect(captions.cues.every(({ name }) => name === null)).toBe(true);
  });

  const vtt = (lines: readonly string[]) =>
    `WEBVTT\n\n${lines.map((line, i) => `00:${String(i).padStart(2, '0')}:00.000 --> 00:${String(i).padStart(2, '0')}:05.000\n${line}\n`).join('\n')}`;

  it('[K5] a colon in somebody’s words is no name', () => {
    const captions = read(vtt(['結論: 承認します', '次に進みます', '期間は3年です', '以上です']));
    expect(captions.cues.every(({ name }) => name === null)).toBe(true);
    expect(captions.cues[0]?.text).toBe('結論: 承認します');
  });

  it('[K5] neither is a time, nor what never comes again among names that do', () => {
    const captions = read(
      vtt([
        '甲: はい',
        '乙: どうぞ',
        '甲: 開始は',
        '10:30 です',
        '乙: 承知しました',
        '甲: 以上',
        '乙: では',
        '注意: 乙の件',
      ]),
    );
    expect(captions.cues.map(({ name }) => name)).toEqual(['甲', '乙', '甲', null, '乙', '甲', '乙', null]);
  });

  it('[K1] names in brackets', () => {
    expect(
      read(vtt(['[話者1] はい', '[話者2] どうぞ', '【話者1】以上です'])).cues.map(({ name }) => name),
    ).toEqual(['話者1', '話者2', '話者1']);
  });
});

describe('bad input', () => {
  const at = (from: string, to: string, text: string) => `${from} --> ${to}\n${text}\n\n`;

  it('[K3] backward, overlapping and inverted times are put in order, and said with the first line', () => {
    const captions = read(
      `WEBVTT\n\n${at('00:00:10.000', '00:00:12.000', 'に')}${at('00:00:01.000', '00:00:11.000', 'いち')}${at('00:00:20.000', '00:00:15.000', 'さんばん')}`,
    );
    expect(said(captions)).toEqual([
      [1000, 11_000, null, 'いち'],
      [10_000, 12_000, null, 'に'],
      [20_000, 20_600, null, 'さんばん'],
    ]);
    expect(captions.remarks.map(({ en }) => en)).toEqual([
      expect.stringContaining('out of order (first in line 6)'),
      expect.stringContaining('ends before beginning (first in line 9)'),
      expect.stringContaining('overlaps another (first in line 3)'),
    ]);
  });

  it('[K3] two recordings in one file follow each other', () => {
    const captions = read(
      `WEBVTT\n\n${at('00:00:10.000', '00:00:12.000', '前半')}${at('01:00:00.000', '01:00:02.000', '前半の終わり')}${at('00:00:01.000', '00:00:03.000', '後半')}`,
    );
    expect(captions.cues.map(({ from }) => from)).toEqual([10_000, 3_600_000, 3_603_000]);
    expect(captions.remarks[0]?.en).toContain('starts again at one place (first in line 9)');
  });

  it('[K3] the words after a time that cannot be read follow the caption before', () => {
    const captions = read(
      `WEBVTT\n\n${at('00:00:01.000', '00:00:02.000', 'いち')}${at('00:00:61.000', '00:00:zz', 'に')}${at('00:00:05.000', '00:00:06.000', 'さん')}`,
    );
    expect(captions.cues.map(({ text }) => text)).toEqual(['いちに', 'さん']);
    expect(captions.remarks[0]?.en).toContain('line 6');
  });

  it('[K4] hostile markup leaves its words and nothing else', () => {
    const hostile =
      '<script>alert(1)</script><img src=x onerror=alert(2)>これは<b>議題</b><scr<i>ipt>です</scr</i>ipt>&lt;b&gt;&#x202e;\u202E{\\an8}&amp;<00:00:01.500>。';
    const [cue] = read(`WEBVTT\n\n${at('00:00:01.000', '00:00:02.000', hostile)}`).cues;
    expect(cue?.text).toBe('alert(1)これは議題です<b>&。');
  });

  it('[K4] a lesser-than sign in plain words stays', () => {
    expect(read(`WEBVTT\n\n${at('00:00:01.000', '00:00:02.000', '3 < 5 です')}`).cues[0]?.text).toBe(
      '3 < 5 です',
    );
  });

  it('[K6] what is no caption file is refused with its line and what is expected', () => {
    expect(refusal('\n\n会議録\n出席者は…').en).toMatch(/line 3 reads “会議録”.*WebVTT or SRT/);
    expect(refusal('WEBVTT\n\n00:99 --> zz\nあ\n').en).toMatch(/line 3/);
    expect(refusal('').en).toContain('empty');
    expect(refusal('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n').en).toContain('no words');
    expect(refusal(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0])).en).toContain('not a text file');
    expect(refusal(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)).en).toContain(
      'not a text file',
    );
    expect(refusal(new Uint8Array(41 * 1024 * 1024)).en).toContain('larger than 40 MB');
  });

  it('[K6] whatever the bytes, it is read or refused in both languages', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'WEBVTT',
        '00:00:01.000 --> 00:00:02.000',
        '1',
        '',
        'NOTE x',
        '<v あ>',
        '甲: 乙',
        '-->',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(line).map((lines) => bytes(lines.join('\n'))),
          fc.uint8Array(),
        ),
        (file) => {
          const result = readCaptions(file);
          if (result.ok)
            for (const { from, to, text } of result.captions.cues) {
              expect(to).toBeGreaterThanOrEqual(from);
              expect(text.trim()).not.toBe('');
            }
          else expect(result.why.ja !== '' && result.why.en !== '').toBe(true);
        },
      ),
    );
  });

  it('[K3] ten hours are read in a moment, their last caption included', () => {
    const stamp = (s: number) =>
      `${String(Math.floor(s / 3600)).padStart(2, '0')}:${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}.000`;
    const long = Array.from({ length: 20_000 }, (_, i) =>
      at(stamp(Math.floor(i * 1.8)), stamp(Math.floor(i * 1.8) + 1), `発言${i}です。`),
    ).join('');
    const { cues } = read(`WEBVTT\n\n${long}`);
    expect(cues).toHaveLength(20_000);
    expect(cues.at(-1)?.text).toBe('発言19999です。');
  });
});
