import type { Election, ElectionRound } from '../../features/elections/state.ts';
import { paperCount } from '../../features/elections/ballots.ts';
import { nameOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Sentence } from '../../protocol/language.ts';
import { countElection, countSentence } from '../../rules/electionCount.ts';
import { own } from '../own.ts';
import { part } from '../part.ts';
import type { ElectionLine } from '../types/electionLine.ts';

/**
 * The last election (互選) on the current item. Ballots are secret: until the round is closed everybody sees how many
 * were cast, and nobody for whom.
 */
export const electionLine = part(
  (state) => [state.elections.elections, state.agenda.current, state.roster],
  (state): ElectionLine | null => {
    const last = state.elections.elections.at(-1);
    return last === undefined || last.item !== state.agenda.current ? null : lineOf(state, last);
  },
);

function lineOf(state: MeetingState, election: Election): ElectionLine {
  const round = election.rounds.at(-1);
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
    papers: round?.papers == null ? 0 : paperCount(round.papers),
    counts: round?.counts ?? null,
    blank: round?.closed === true ? round.blank : 0,
    invalid: round?.closed === true ? round.invalid : 0,
    lotAmong: election.lotAmong,
    elected: election.elected ?? election.winner,
    explanation: explained(
      state,
      election,
      election.rounds.findLast((one) => one.closed),
    ),
  };
}

/** Why the last count came out as it did; of a run-off that is open, why it is held. */
function explained(
  state: MeetingState,
  { method, lot, winner }: Election,
  round: ElectionRound | undefined,
): Sentence | null {
  if (round?.counts == null || method === 'acclaimByNomination') return null;
  const { counts, candidates } = round;
  const count = countElection(method, counts, candidates !== null);
  if (count === null) return null;
  const told = countSentence(
    count,
    (who) => own(counts, who) ?? 0,
    (who) => nameOf(state, who),
  );
  if (lot === null || lot.winner !== winner) return told;
  const name = nameOf(state, lot.winner);
  return {
    ja: `${told.ja}くじにより、${name}さんが当選です。`,
    en: `${told.en} The lot fell on ${name}.`,
  };
}
