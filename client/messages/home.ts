import { catalogue } from './catalogue.svelte.ts';
import { ja } from './home.ja.ts';

export type HomeWords = typeof ja;
export const homeWords = catalogue(ja, () => import('./home.en.ts').then((words) => words.en));
