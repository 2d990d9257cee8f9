import { language } from './language.svelte.ts';

/** Names one after the other, as the page's language writes them: 委員０１、委員０２. */
export function listed(names: readonly string[]): string {
  return names.join(language.current === 'ja' ? '、' : ', ');
}
