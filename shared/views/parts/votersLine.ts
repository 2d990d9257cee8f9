import { part } from '../part.ts';
import type { VotersLine } from '../types.ts';
import { attendanceLine } from './attendanceLine.ts';

/** Who could vote if a vote were opened now, and what it would take. Everybody sees it. */
export const votersLine = part(
  (state) => [attendanceLine(state), state.rules],
  (state): VotersLine => {
    const chairVotes = state.rules.chair.vote !== 'castingOnly';
    const eligible = Math.max(0, attendanceLine(state).present - (chairVotes ? 0 : 1));
    const required = Math.floor(eligible / 2) + 1;
    return {
      eligible,
      required,
      chairVotes,
      explanation: {
        ja: `表決権者${eligible}人の過半数は${required}人です。`,
        en: `A majority of ${eligible} is ${required}.`,
      },
    };
  },
);
