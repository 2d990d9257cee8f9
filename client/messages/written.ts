import { catalogue } from './catalogue.svelte.ts';
import { ja } from './written.ja.ts';

export type WrittenWords = typeof ja;
export const writtenWords = catalogue(ja, () => import('./written.en.ts').then((words) => words.en));
