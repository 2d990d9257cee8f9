import { electionOnTable } from '../../features/elections/table.ts';
import { voteOnTable } from '../../features/votes/table.ts';
import { itemOf } from '../../meeting/lookup.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Ambient } from '../ambient.ts';
import { part } from '../part.ts';
import { presiding } from '../parts/presiding.ts';
import { beforeOpening } from './beforeOpening.ts';
import { betweenItems } from './betweenItems.ts';
import { appointmentAhead, electing, electionAhead, electionHeld } from './elections.ts';
import { inRecess, shortOfQuorum } from './recessing.ts';
import { speeches } from './speeches.ts';
import { nothingToDo } from './step.ts';
import type { ChairStep } from './step.ts';
import { voteCeremony } from './votes.ts';

/**
 * What whoever presides says and does next: the words to read, the one button, and what else they may do, the
 * likeliest first. The chair's and the desk's alone. A vote on the table is finished first, whatever happens to the
 * quorum: its voters were frozen when it opened.
 */
export const chairSteps = part(
  (state: MeetingState, { profile }: Ambient) => [
    state.conduct,
    state.agenda,
    state.floor,
    state.votes,
    state.elections,
    state.attendance,
    state.roster,
    state.rules,
    profile,
  ],
  (state, ambient): ChairStep => {
    switch (state.conduct.status) {
      case 'preparing':
        return beforeOpening(state, ambient);
      case 'recess':
        return inRecess(state, ambient);
      case 'adjourned':
      case 'closed':
        return nothingToDo;
      case 'open':
        return inSession(state, ambient);
    }
  },
);

function inSession(state: MeetingState, ambient: Ambient): ChairStep {
  if (state.info.mode === 'written') return nothingToDo;
  const vote = voteOnTable(state);
  if (vote !== null) return voteCeremony(state, vote, ambient);
  const usual = business(state, ambient);
  return shortOfQuorum(state, usual, ambient) ?? usual;
}

function business(state: MeetingState, ambient: Ambient): ChairStep {
  const election = electionOnTable(state);
  if (election !== null) return electing(state, election, ambient);
  const item = itemOf(state, state.agenda.current ?? '');
  if (item === undefined) return betweenItems(state, ambient);
  return (
    electionAhead(state, item, ambient) ??
    electionHeld(state, item, ambient) ??
    appointmentAhead(state, item, ambient) ??
    speeches(state, item, presiding(state), ambient)
  );
}
