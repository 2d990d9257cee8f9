import type { SeatWords } from './seats.ts';

export const en: SeatWords = {
  seatMap: 'Seats',
  absent: 'away',
  left: 'left',
  expected: 'due',
  announcedAbsent: 'regrets',
  recused: 'out',
  lost: 'lost',
  unaccounted: 'open?',
  taken: 'voted',
  waiting: 'open',
  blank: 'blank',
  hand: 'hand up',
  speaking: 'speaking',
  moveHint: 'Move with the arrow keys',
};
