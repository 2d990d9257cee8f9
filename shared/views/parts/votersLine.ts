import { votersSummary } from '../../features/votes/summary.ts';
import { part } from '../part.ts';
import type { VotersLine } from '../types/votersLine.ts';
import { presiding } from './presiding.ts';

/** Who could vote if a vote were opened now, and what it would take (必要 10／表決権者 18). Everybody sees it. */
export const votersLine = part(
  (state) => [state.rules, state.roster, state.attendance, state.agenda, presiding(state)],
  (state): VotersLine => {
    const { eligible, required, chairVotes, explanation } = votersSummary(state);
    return { eligible, required, chairVotes, explanation };
  },
);
