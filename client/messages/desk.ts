import { catalogue } from './catalogue.svelte.ts';
import { ja } from './desk.ja.ts';

export type DeskWords = typeof ja;
export const deskWords = catalogue(ja, () => import('./desk.en.ts').then((words) => words.en));
