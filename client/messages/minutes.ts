import { catalogue } from './catalogue.svelte.ts';
import { ja } from './minutes.ja.ts';

export type MinutesWords = typeof ja;
export const minutesWords = catalogue(ja, () => import('./minutes.en.ts').then((words) => words.en));
