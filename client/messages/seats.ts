import { catalogue } from './catalogue.svelte.ts';
import { ja } from './seats.ja.ts';

export type SeatWords = typeof ja;
export const seatWords = catalogue(ja, () => import('./seats.en.ts').then((words) => words.en));
