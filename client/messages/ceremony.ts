import { catalogue } from './catalogue.svelte.ts';
import { ja } from './ceremony.ja.ts';

export type CeremonyWords = typeof ja;
export const ceremonyWords = catalogue(ja, () => import('./ceremony.en.ts').then((words) => words.en));
