import type { CommandInput } from '../../meeting/commands.ts';
import type { PrompterStep, PrompterValues } from '../../minutes/prompterSteps.ts';
import { prompterWords } from '../../minutes/prompterWords.ts';
import type { Sentence } from '../../protocol/language.ts';
import type { Ambient } from '../ambient.ts';
import type { ActionLine } from '../types/actionLine.ts';
import type { PrompterLine } from '../types/prompterLine.ts';
import { prompterNotes } from './prompterNotes.ts';

/** What whoever presides says and does at one moment. */
export interface ChairStep {
  readonly prompter: PrompterLine | null;
  readonly next: ActionLine | null;
  readonly others: readonly ActionLine[];
}

export const nothingToDo: ChairStep = { prompter: null, next: null, others: [] };

/** A button: what it sends and says. */
export function action(
  command: CommandInput,
  label: Sentence,
  more: Partial<Pick<ActionLine, 'sub' | 'hint' | 'blocked'>> = {},
): ActionLine {
  return { command, label, sub: null, hint: null, blocked: null, ...more };
}

export function say(ja: string, en: string): Sentence {
  return { ja, en };
}

/** The words of a step, in the body's own form. */
export function read<S extends PrompterStep>(
  { profile }: Ambient,
  step: S,
  values: PrompterValues<S>,
): PrompterLine {
  return { note: prompterNotes[step], words: prompterWords(profile, step, values) };
}
