import { boxOf, openRound } from '../features/elections/table.ts';
import { methods } from '../features/votes/methods/registry.ts';
import { voteInProgress } from './voteInProgress.ts';
import type { Command } from './commands.ts';
import type { MeetingState } from './state.ts';

/**
 * The ballot box whose content a command's decision needs (`Context.box`): the close of a secret vote or of a round of
 * an election. Null for every other command: whoever carries commands out opens no box for them.
 */
export function boxToOpen(state: MeetingState, command: Command): string | null {
  if (command.do === 'closeVote') {
    const vote = voteInProgress(state);
    const isSealed = vote?.item === command.item && methods[vote.method].device === 'sealed';
    return isSealed ? vote.id : null;
  }
  if (command.do !== 'closeElection') return null;
  const open = openRound(state);
  return 'code' in open ? null : boxOf(open.election, open.round);
}
