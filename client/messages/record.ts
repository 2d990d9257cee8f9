import { catalogue } from './catalogue.svelte.ts';
import { ja } from './record.ja.ts';

export type RecordWords = typeof ja;
export const recordWords = catalogue(ja, () => import('./record.en.ts').then((words) => words.en));
