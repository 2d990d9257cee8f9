import { catalogue } from './catalogue.svelte.ts';
import { ja } from './linkCheck.ja.ts';

export type LinkCheckWords = typeof ja;
export const linkCheckWords = catalogue(ja, () => import('./linkCheck.en.ts').then((words) => words.en));
