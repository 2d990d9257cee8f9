import { catalogue } from './catalogue.svelte.ts';
import { ja } from './common.ja.ts';

export type CommonWords = typeof ja;
export const common = catalogue(ja, () => import('./common.en.ts').then((words) => words.en));
