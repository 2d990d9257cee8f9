import { catalogue } from './catalogue.svelte.ts';
import { ja } from './count.ja.ts';

export type CountWords = typeof ja;
export const countWords = catalogue(ja, () => import('./count.en.ts').then((words) => words.en));
