import type { LotWords } from './lot.ts';

export const en: LotWords = {
  witnesses: 'Witnesses',
  fellOn: (p) => `The lot fell on ${p.name}`,
};
