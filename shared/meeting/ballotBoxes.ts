import type { VoteId } from '../features/votes/state.ts';
import type { Command } from './commands.ts';
import type { MeetingState } from './state.ts';

/*
 * The boxes (投票箱) of a meeting's secret ballots, by name. What lies in a box is nowhere else, so whoever decides the
 * close of such a ballot must be given the opened box with the context.
 */

/** The box of one vote by secret ballot: a new round is a vote of its own, with a box of its own. */
export function voteBox(vote: VoteId): string {
  return vote;
}

/** The box of one round of an election. */
export function electionBox(election: number, round: number): string {
  return `election/${election}/${round}`;
}

/** The box that must be opened to decide this command; null for all but the close of a secret ballot. */
export function boxToOpen(state: MeetingState, command: Command): string | null {
  if (command.do === 'closeVote') {
    const vote = state.votes.current === null ? undefined : state.votes.votes[state.votes.current];
    const secret = vote?.method === 'secretBallot' && vote.status === 'open' && vote.item === command.item;
    return secret ? voteBox(vote.id) : null;
  }
  if (command.do === 'closeElection') {
    const election = state.elections.elections.at(-1);
    const round = election?.rounds.at(-1);
    return election?.status === 'open' && round?.closed === false ? electionBox(election.no, round.no) : null;
  }
  return null;
}
