import type { Channel } from '../../../shared/meeting/person.ts';
import type { SeatLine } from '../../../shared/views/types/seatLine.ts';

/** From where somebody takes part whose arrival is recorded by one press: as the roster has it, else in the room. */
export function arrivalChannel({ attends }: SeatLine): Channel {
  return attends === 'online' ? 'online' : 'inRoom';
}
