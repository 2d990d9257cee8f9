import type { Sentence } from '../../protocol/language.ts';

/** Who could vote if a vote were opened now, and how many yes it would take: 必要 10／表決権者 18. */
export interface VotersLine {
  readonly eligible: number;
  readonly required: number;
  readonly chairVotes: boolean;
  readonly explanation: Sentence;
}
