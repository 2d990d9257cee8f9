import type { CommandInput } from '../../../shared/meeting/commands.ts';

/** What the chair is asked before a command is sent. */
export type ChairAsk =
  | { kind: 'recess' }
  /** `why` is proposed; the chair may say it otherwise. */
  | { kind: 'void'; item: string; why: string }
  | { kind: 'adjourn'; why: string }
  | { kind: 'outOfTurn'; command: CommandInput<'recognize'>; name: string; before: number }
  | { kind: 'item'; item: string; title: string }
  | { kind: 'casting'; item: string; choice: 'yes' | 'no'; label: string };
