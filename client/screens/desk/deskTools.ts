import { getContext, setContext } from 'svelte';
import type { CommandInput } from '../../../shared/meeting/commands.ts';
import type { Answer } from '../../../shared/protocol/messages.ts';
import { Attempt } from './attempt.svelte.ts';

/** What every part of the desk needs beside the view. */
export interface DeskTools {
  /** Sends a command; what can be taken back is remembered. */
  readonly send: (command: CommandInput) => Promise<Answer>;
  readonly meeting: string;
  /** Which of the browser's sessions this page is. */
  readonly session: string | undefined;
}

const key = Symbol('desk');

export function giveDeskTools(tools: DeskTools): void {
  setContext(key, tools);
}

export function deskTools(): DeskTools {
  return getContext<DeskTools>(key);
}

/** An attempt of the component that asks. */
export function newAttempt(): Attempt {
  return new Attempt(deskTools().send);
}
