import { catalogue } from './catalogue.svelte.ts';
import { ja } from './observer.ja.ts';

export type ObserverWords = typeof ja;
export const observerWords = catalogue(ja, () => import('./observer.en.ts').then((words) => words.en));
