import { catalogue } from './catalogue.svelte.ts';
import { ja } from './writtenDesk.ja.ts';

export type WrittenDeskWords = typeof ja;
export const writtenDeskWords = catalogue(ja, () => import('./writtenDesk.en.ts').then((words) => words.en));
