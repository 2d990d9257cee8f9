import { electionOnTable } from '../../features/elections/table.ts';
import type { PersonId } from '../../meeting/person.ts';
import { part } from '../part.ts';
import { shownVote } from './voteLine.ts';

/**
 * Who objects (異議), in the order of their objections: to the nomination on the table, to the question that is put, or
 * to the one that their objections took to another method. Nobody any more once it was declared. An objection is made
 * aloud: whoever leads and the desk have to know whose it is.
 */
export const objectorLines = part(
  (state) => [state.votes, state.elections, state.agenda.current],
  (state): readonly PersonId[] => {
    const election = electionOnTable(state);
    if (election !== null) return election.objections;
    const vote = shownVote(state);
    return vote === null || vote.status === 'declared' || vote.status === 'void' ? [] : vote.objections;
  },
);
