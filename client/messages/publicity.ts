import { catalogue } from './catalogue.svelte.ts';
import { ja } from './publicity.ja.ts';

export type PublicityWords = typeof ja;
export const publicityWords = catalogue(ja, () => import('./publicity.en.ts').then((words) => words.en));
