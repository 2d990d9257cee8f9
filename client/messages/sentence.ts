import type { Sentence } from '../../shared/protocol/language.ts';
import { language } from './language.svelte.ts';

/** A server's sentence in the page's language; read inside markup or `$derived`, it follows the switch. */
export function inWords(sentence: Sentence): string {
  return sentence[language.current];
}

/** The same, where there may be none. */
export function maybeInWords(sentence: Sentence | null): string | undefined {
  return sentence === null ? undefined : inWords(sentence);
}
