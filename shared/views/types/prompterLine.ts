import type { Sentence } from '../../protocol/language.ts';

/** The prompter (口述): the words to read at this step, from the profile, filled in. */
export interface PrompterLine {
  /** What it is for: 事務局に報告を求める. */
  readonly note: Sentence;
  /** The words themselves, always in the meeting's language. */
  readonly words: string;
}
