import { catalogue } from './catalogue.svelte.ts';
import { ja } from './links.ja.ts';

export type LinksWords = typeof ja;
export const linksWords = catalogue(ja, () => import('./links.en.ts').then((words) => words.en));
