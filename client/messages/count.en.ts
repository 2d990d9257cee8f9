import type { CountWords } from './count.ts';

export const en: CountWords = {
  sum: 'Sum',
  total: 'Total',
};
