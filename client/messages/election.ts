import { catalogue } from './catalogue.svelte.ts';
import { ja } from './election.ja.ts';

export type ElectionWords = typeof ja;
export const electionWords = catalogue(ja, () => import('./election.en.ts').then((words) => words.en));
