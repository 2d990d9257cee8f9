import { language } from './language.svelte.ts';

/**
 * A screen's words. Japanese comes with the screen; English is its own file, loaded when the language is
 * English, so that nobody downloads both. The Japanese object is the type: English with a missing or a
 * surplus key does not compile. A message with parameters is a function.
 *
 * Call the result inside markup or `$derived` (`{t().raiseHand}`): it follows the switch. Until the
 * English file is here (or if it cannot be fetched) the words are Japanese rather than nothing.
 */
export function catalogue<Words extends object>(ja: Words, loadEnglish: () => Promise<Words>): () => Words {
  let en = $state.raw<Words>();
  let loading = false;

  async function load(): Promise<void> {
    if (loading || en !== undefined) return;
    loading = true;
    try {
      en = await loadEnglish();
    } catch {
      // off line: tried again at the next reading
    } finally {
      loading = false;
    }
  }

  return () => {
    if (language.current === 'ja') return ja;
    if (en === undefined) void load();
    return en ?? ja;
  };
}
