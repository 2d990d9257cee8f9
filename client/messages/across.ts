import { catalogue } from './catalogue.svelte.ts';
import { ja } from './across.ja.ts';

export type AcrossWords = typeof ja;
export const acrossWords = catalogue(ja, () => import('./across.en.ts').then((words) => words.en));
