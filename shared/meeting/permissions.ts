import type { Command } from './commands.ts';
import type { Actor } from './context.ts';
import type { Refusal } from './refusal.ts';
import type { MeetingState } from './state.ts';

/** Whether this actor may send this command at all; null when they may. */
export function permit(_state: MeetingState, _command: Command, _actor: Actor): Refusal | null {
  return null;
}
