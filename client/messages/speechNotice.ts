import { catalogue } from './catalogue.svelte.ts';
import { ja } from './speechNotice.ja.ts';

export type SpeechNoticeWords = typeof ja;
export const speechNoticeWords = catalogue(ja, () =>
  import('./speechNotice.en.ts').then((words) => words.en),
);
