import type { MeetingState } from '../../meeting/state.ts';
import { refuse } from '../../meeting/refusal.ts';
import type { Refusal } from '../../meeting/refusal.ts';
import type { Election, ElectionRound } from './state.ts';

/** The election that runs on the item before the meeting, until its declaration; null when none does. */
export function electionOnTable(state: MeetingState): Election | null {
  const last = state.elections.elections.at(-1);
  if (last === undefined || last.item !== state.agenda.current) return null;
  return last.status === 'open' || last.status === 'counted' ? last : null;
}

export function runningElection(state: MeetingState): Election | Refusal {
  return (
    electionOnTable(state) ??
    refuse(
      'election/not-open',
      '行われている選挙がありません。先に選挙を始めてください。',
      'No election is running. Open one first.',
    )
  );
}

/** The round that takes ballots now. */
export function openRound(state: MeetingState): { election: Election; round: ElectionRound } | Refusal {
  const election = runningElection(state);
  if ('code' in election) return election;
  if (election.lotAmong !== null)
    return refuse(
      'election/lot-needed',
      '同数のため、くじで決めます。投票はありません。',
      'The votes were level and a lot decides: there is no ballot now.',
    );
  const round = election.rounds.at(-1);
  if (round !== undefined && !round.closed) return { election, round };
  return refuse(
    'election/no-ballot',
    round === undefined
      ? '指名推選のため、投票はありません。異議がなければ当選を宣告してください。'
      : '投票は締め切られています。',
    round === undefined
      ? 'This election is by nomination without objection: there is no ballot. Declare the nominee if nobody objects.'
      : 'The ballot is closed.',
  );
}

/** The name of a round's ballot box. */
export function boxOf(election: Election, round: ElectionRound): string {
  return `election:${String(election.no)}:${String(round.no)}`;
}

/** What a blank ballot is in the box: no person's id looks like it. */
export const blankBallot = '*';
