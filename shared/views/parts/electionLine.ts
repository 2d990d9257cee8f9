import type { Election } from '../../features/elections/state.ts';
import { part } from '../part.ts';
import type { ElectionLine } from '../types.ts';

/**
 * The election (互選) on the table, or the last one of the current item. Ballots are secret: until the round is
 * closed everybody sees how many were cast, and nobody for whom.
 */
export const electionLine = part(
  (state) => [state.elections.elections, state.agenda.current],
  (state): ElectionLine | null => {
    const last = state.elections.elections.at(-1);
    const onTable = last !== undefined && (last.status !== 'declared' || last.item === state.agenda.current);
    return onTable ? lineOf(last) : null;
  },
);

function lineOf(election: Election): ElectionLine {
  const round = election.rounds.at(-1);
  const counted = election.rounds.findLast((one) => one.closed);
  return {
    no: election.no,
    item: election.item,
    office: election.office,
    method: election.method,
    status: election.status,
    nominees: election.nominees,
    objections: election.objections.length,
    round: round?.no ?? 1,
    candidates: round?.candidates ?? null,
    eligible: election.eligible.length,
    took: election.took.size,
    counts: counted?.counts ?? null,
    blank: counted?.blank ?? 0,
    invalid: counted?.invalid ?? 0,
    lotAmong: election.lotAmong,
    elected: election.elected,
    explanation: null,
  };
}
