import type { VoteChoice } from './choice.ts';

/** One row of the count: where the votes came from, and how many people can have given them. */
export interface CountRow {
  id: string;
  /** 会場の挙手, 端末. */
  label: string;
  /** Typed by the desk; otherwise counted by the server. */
  typed: boolean;
  counts: Readonly<Record<VoteChoice, number | null>>;
  of: number;
  /** How many came in, where what they say is not shown yet. */
  total?: number | undefined;
}
