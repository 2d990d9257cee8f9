import { catalogue } from './catalogue.svelte.ts';
import { ja } from './leave.ja.ts';

export type LeaveWords = typeof ja;
export const leaveWords = catalogue(ja, () => import('./leave.en.ts').then((words) => words.en));
