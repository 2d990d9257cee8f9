import { catalogue } from './catalogue.svelte.ts';
import { ja } from './chair.ja.ts';

export type ChairWords = typeof ja;
export const chairWords = catalogue(ja, () => import('./chair.en.ts').then((words) => words.en));
