import { catalogue } from './catalogue.svelte.ts';
import { ja } from './retention.ja.ts';

export type RetentionWords = typeof ja;
export const retentionWords = catalogue(ja, () => import('./retention.en.ts').then((words) => words.en));
