import { catalogue } from './catalogue.svelte.ts';
import { ja } from './setup.ja.ts';

export type SetupWords = typeof ja;
export const setupWords = catalogue(ja, () => import('./setup.en.ts').then((words) => words.en));
