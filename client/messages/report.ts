import { catalogue } from './catalogue.svelte.ts';
import { ja } from './report.ja.ts';

export type ReportPageWords = typeof ja;
export const reportWords = catalogue(ja, () => import('./report.en.ts').then((words) => words.en));
