import type { PersonId } from '../../meeting/person.ts';
import type { MeetingState } from '../../meeting/state.ts';
import type { Spoken } from './state.ts';

const silent: Spoken = { times: 0, ms: 0 };

export function spokenBy(record: Readonly<Record<PersonId, Spoken>>, who: PersonId): Spoken {
  return (Object.hasOwn(record, who) ? record[who] : undefined) ?? silent;
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

function addTime(
  record: Readonly<Record<PersonId, Spoken>>,
  who: PersonId,
  ms: number,
): Readonly<Record<PersonId, Spoken>> {
  const { times, ms: before } = spokenBy(record, who);
  return { ...record, [who]: { times, ms: before + Math.max(0, ms) } };
}
