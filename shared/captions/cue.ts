import type { Sentence } from '../protocol/language.ts';

/** One caption: what was said between two moments of the file's clock. */
export interface Cue {
  /** Milliseconds since the file's zero; `to` is never before `from`. */
  readonly from: number;
  readonly to: number;
  /** Who the file says was speaking; null where it does not say. */
  readonly name: string | null;
  /** Without markup, on one line, never empty. */
  readonly text: string;
  /** Where its time stands in the file, from 1. */
  readonly line: number;
}

export interface Captions {
  readonly format: 'WebVTT' | 'SRT' | 'SBV';
  readonly encoding: string;
  /** By their beginning. */
  readonly cues: readonly Cue[];
  /** Of times and words: the same captions are known again, whatever the file is called. */
  readonly fingerprint: string;
  /** What was odd in the file and was put right. */
  readonly remarks: readonly Sentence[];
}

export type ReadCaptions =
  { readonly ok: true; readonly captions: Captions } | { readonly ok: false; readonly why: Sentence };
