import type { CommandInput } from '../../shared/meeting/commands.ts';

/** A press that the server has taken: when it was pressed and when it was really received, epoch ms. */
export interface Receipt {
  readonly command: CommandInput;
  readonly pressedAt: number;
  readonly at: number;
}
