/*
 * What clients asked of a meeting, when, and what they were told: the only thing that the checker sees. Times are of
 * one clock that only goes forward.
 */

export type Input =
  | { readonly do: 'raiseHand' | 'lowerHand' | 'checkIn' | 'leave'; readonly who: string }
  | { readonly do: 'castVote'; readonly who: string; readonly choice: 'yes' | 'no' | 'abstain' }
  | { readonly do: 'openVote' | 'closeVote' | 'voidVote' }
  | { readonly do: 'read' };

/** What a screen shows. */
export interface Reading {
  readonly queue: readonly string[];
  readonly present: number;
  readonly vote: {
    readonly open: boolean;
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
  } | null;
}

export type Output = 'ok' | 'refused' | Reading;

export interface Operation {
  /** Each client waits for one answer before it asks again. */
  readonly client: string;
  readonly called: number;
  /** Infinity: no answer came; it may have happened or not. */
  readonly returned: number;
  readonly input: Input;
  readonly output: Output;
}

/** In the order in which they were called. */
export type History = readonly Operation[];
