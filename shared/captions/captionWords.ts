import type { Sentence } from '../protocol/language.ts';

/** Why a file is no caption file, and what would be one. */
export const captionRefusals = {
  tooLarge: (mb: number): Sentence => ({
    ja: `このファイルは${mb}MBを超えています。字幕ファイル（.vtt、.srt）は10時間でも数MBです。録画ではなく字幕を選んでください。`,
    en: `This file is larger than ${mb} MB. Captions (.vtt, .srt) of ten hours take a few MB: choose the captions, not the recording.`,
  }),
  notText: (): Sentence => ({
    ja: 'このファイルは文字のファイルではありません（録画、Word、PDFなど）。会議ツールから「.vtt」か「.srt」の形式で字幕を保存し、それを選んでください。',
    en: 'This is not a text file (a recording, Word or PDF perhaps). Save the captions as .vtt or .srt in the meeting tool and choose that file.',
  }),
  empty: (): Sentence => ({
    ja: 'このファイルは空です。字幕を保存し直してください。',
    en: 'This file is empty. Save the captions again.',
  }),
  noTimes: (line: number, text: string): Sentence => ({
    ja: `字幕の時刻が1つも見つかりません（${line}行目は「${text}」）。「00:00:01.000 --> 00:00:04.000」のような行のある WebVTT か SRT のファイルを選んでください。`,
    en: `There is no caption time in it (line ${line} reads “${text}”). Choose a WebVTT or SRT file, with lines such as “00:00:01.000 --> 00:00:04.000”.`,
  }),
  brokenTime: (line: number, text: string): Sentence => ({
    ja: `${line}行目「${text}」の時刻を読めません。「00:00:01.000 --> 00:00:04.000」の形で書かれたファイルが必要です。`,
    en: `The time in line ${line}, “${text}”, cannot be read. It has to look like “00:00:01.000 --> 00:00:04.000”.`,
  }),
  noTurns: (): Sentence => ({
    ja: 'この会議にはまだ発言がありません。発言が始まってから取り込んでください。',
    en: 'This meeting has no turns yet. Take captions in once somebody has spoken.',
  }),
  noWords: (): Sentence => ({
    ja: '時刻はありますが、言葉が1つもありません。字幕を保存し直してください。',
    en: 'It has times but no words. Save the captions again.',
  }),
};

/** What was odd in a file that is used all the same. `line`: the first place. */
export const captionRemarks = {
  brokenTimes: (n: number, line: number): Sentence => ({
    ja: `読めない時刻が${n}か所あります（最初は${line}行目）。その言葉は前の字幕に続けました。`,
    en: `${n === 1 ? 'One time' : `${n} times`} could not be read (first in line ${line}). The words follow the caption before.`,
  }),
  restarts: (n: number, line: number): Sentence => ({
    ja: `時刻が初めに戻る所が${n}か所あります（最初は${line}行目）。続きの録音として読みました。`,
    en: `The clock starts again at ${n === 1 ? 'one place' : `${n} places`} (first in line ${line}). It was read as a further recording.`,
  }),
  backward: (n: number, line: number): Sentence => ({
    ja: `時刻が前後する字幕が${n}件あります（最初は${line}行目）。時刻の順に並べました。`,
    en: `${n === 1 ? 'One caption is' : `${n} captions are`} out of order (first in line ${line}). They were put in the order of their times.`,
  }),
  inverted: (n: number, line: number): Sentence => ({
    ja: `終わりが始まりより早い字幕が${n}件あります（最初は${line}行目）。言葉の長さから終わりを補いました。`,
    en: `${n === 1 ? 'One caption ends' : `${n} captions end`} before beginning (first in line ${line}). The end was made from the length of the words.`,
  }),
  overlapping: (n: number, line: number): Sentence => ({
    ja: `時刻が重なる字幕が${n}件あります（最初は${line}行目）。始まりの順に読みました。`,
    en: `${n === 1 ? 'One caption overlaps' : `${n} captions overlap`} another (first in line ${line}). They were read by their beginnings.`,
  }),
};
