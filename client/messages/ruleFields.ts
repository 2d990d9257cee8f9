import { catalogue } from './catalogue.svelte.ts';
import { ja } from './ruleFields.ja.ts';

export type RuleFieldWords = typeof ja;
export const ruleFieldWords = catalogue(ja, () => import('./ruleFields.en.ts').then((words) => words.en));
