import { catalogue } from './catalogue.svelte.ts';
import { ja } from './link.ja.ts';

export type LinkWords = typeof ja;
export const linkWords = catalogue(ja, () => import('./link.en.ts').then((words) => words.en));
