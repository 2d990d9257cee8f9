import { catalogue } from './catalogue.svelte.ts';
import { ja } from './captions.ja.ts';

export type CaptionWords = typeof ja;
export const captionWords = catalogue(ja, () => import('./captions.en.ts').then((words) => words.en));
