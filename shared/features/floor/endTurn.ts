import type { PersonId } from '../../meeting/person.ts';
import { getPerson, setPerson } from '../../meeting/personMap.ts';
import type { PersonMap } from '../../meeting/personMap.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Spoken } from './state.ts';

const silent: Spoken = { times: 0, ms: 0 };

export function spokenBy(record: PersonMap<Spoken>, who: PersonId): Spoken {
  return getPerson(record, who) ?? silent;
}

/** Nobody has the floor any more; what the speaker took is added to their time. */
export function endTurn(state: MeetingState, at: number): MeetingState {
  const { floor } = state;
  if (floor.turn === null) return state;
  const { who, since } = floor.turn;
  return {
    ...state,
    floor: {
      ...floor,
      turn: null,
      explainingSince: null,
      spoken: addTime(floor.spoken, who, at - since),
      today: addTime(floor.today, who, at - since),
    },
  };
}

function addTime(record: PersonMap<Spoken>, who: PersonId, ms: number): PersonMap<Spoken> {
  const { times, ms: before } = spokenBy(record, who);
  return setPerson(record, who, { times, ms: before + Math.max(0, ms) });
}
