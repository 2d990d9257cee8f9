import { sha256 } from '../../server/log/chain.ts';

/** The same number from 0 below `sides` for the same words, in every run. */
export const dice = (sides: number, ...words: readonly (string | number)[]): number =>
  parseInt(sha256(words.join(' ')).slice(0, 8), 16) % sides;
