import { catalogue } from './catalogue.svelte.ts';
import { ja } from './room.ja.ts';

export type RoomWords = typeof ja;
export const roomWords = catalogue(ja, () => import('./room.en.ts').then((words) => words.en));
