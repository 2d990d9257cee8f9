import type { SeatWords } from './seats.ts';

export const en: SeatWords = {
  seatMap: 'Seats',
  absent: 'absent',
  left: 'left',
  expected: 'not here',
  recused: 'recused',
  lost: 'link lost',
  unaccounted: 'unknown',
  taken: 'voted',
  waiting: 'no vote',
  blank: 'blank',
  hand: 'hand up',
  speaking: 'speaking',
  moveHint: 'Move with the arrow keys',
};
