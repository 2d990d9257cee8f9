import { missingMembers } from '../../features/written/standing.ts';
import { part } from '../part.ts';
import type { DeskView } from '../types.ts';

/** Who has decided on what in a meeting in writing, and whose decision on some item is missing. That they did, not how. The desk's alone. */
export const writtenBook = part(
  (state) => [state.info, state.written, state.roster, state.agenda, state.attendance.recusals],
  (state): DeskView['writtenBook'] => {
    if (state.info.mode !== 'written') return null;
    const decided = Object.fromEntries(
      Object.entries(state.written.decisions).map(([item, decisions]) => [item, Object.keys(decisions)]),
    );
    return { missing: missingMembers(state), decided };
  },
);
