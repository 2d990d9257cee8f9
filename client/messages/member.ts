import { catalogue } from './catalogue.svelte.ts';
import { ja } from './member.ja.ts';

export type MemberWords = typeof ja;
export const memberWords = catalogue(ja, () => import('./member.en.ts').then((words) => words.en));
