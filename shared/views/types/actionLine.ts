import type { CommandInput } from '../../meeting/commands.ts';
import type { Sentence } from '../../protocol/language.ts';

/** A button: the command it sends and its words. `sub` is the smaller line above or below. */
export interface ActionLine {
  readonly command: CommandInput;
  readonly label: Sentence;
  readonly sub: Sentence | null;
  readonly hint: Sentence | null;
  /** Set where the button is shown but cannot be pressed yet: why, and what to do instead. */
  readonly blocked: Sentence | null;
}
