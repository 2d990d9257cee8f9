import { catalogue } from './catalogue.svelte.ts';
import { ja } from './permits.ja.ts';

export type PermitWords = typeof ja;
export const permitWords = catalogue(ja, () => import('./permits.en.ts').then((words) => words.en));
