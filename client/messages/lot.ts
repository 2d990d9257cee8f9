import { catalogue } from './catalogue.svelte.ts';
import { ja } from './lot.ja.ts';

export type LotWords = typeof ja;
export const lotWords = catalogue(ja, () => import('./lot.en.ts').then((words) => words.en));
