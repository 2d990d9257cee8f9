import { catalogue } from './catalogue.svelte.ts';
import { ja } from './queue.ja.ts';

export type QueueWords = typeof ja;
export const queueWords = catalogue(ja, () => import('./queue.en.ts').then((words) => words.en));
