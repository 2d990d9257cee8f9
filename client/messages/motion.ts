import { catalogue } from './catalogue.svelte.ts';
import { ja } from './motion.ja.ts';

export type MotionWords = typeof ja;
export const motionWords = catalogue(ja, () => import('./motion.en.ts').then((words) => words.en));
