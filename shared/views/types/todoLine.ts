import type { Sentence } from '../../protocol/language.ts';
import type { ActionLine } from './actionLine.ts';
import type { Millis } from './millis.ts';

/** 要対応: something that needs a person, with the command that its button sends where one command mends it. */
export interface TodoLine {
  readonly id: string;
  readonly level: 'warn' | 'info';
  readonly title: Sentence;
  readonly detail: Sentence | null;
  /** From when on it is so; in the future, a page shows it when that has come (an item over its time). */
  readonly since: Millis | null;
  readonly until: Millis | null;
  readonly action: ActionLine | null;
}
