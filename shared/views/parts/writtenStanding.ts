import { itemsDecided, missingMembers, resultOf, resultSentenceOf } from '../../features/written/standing.ts';
import { part } from '../part.ts';
import type { WrittenStanding } from '../types/writtenStanding.ts';
import { countsOf } from './writtenLine.ts';

/** How a meeting in writing stands: whose decisions are missing, and each item as the replies are now. */
export const writtenStanding = part(
  (state) => [state.info, state.written, state.roster, state.agenda, state.rules, state.attendance],
  (state): WrittenStanding | null => {
    if (state.info.mode !== 'written') return null;
    return {
      missing: missingMembers(state),
      interim: Object.fromEntries(
        itemsDecided(state).map((id) => {
          const result = state.written.results[id] ?? resultOf(state, id);
          const { required, outcome } = result;
          const line = { counts: countsOf(result), required, quorum: result.quorum.required, outcome };
          return [id, { ...line, explanation: resultSentenceOf(state, id) }];
        }),
      ),
    };
  },
);
