/** The page's language: Japanese unless the address (`?lang=en`) or an earlier choice says otherwise. */
export type Language = 'ja' | 'en';

const storageKey = 'kyoshu.language';

function isLanguage(value: string | null): value is Language {
  return value === 'ja' || value === 'en';
}

function stored(): Language | undefined {
  try {
    const value = localStorage.getItem(storageKey);
    return isLanguage(value) ? value : undefined;
  } catch {
    return undefined; // storage may be switched off; the choice then lasts as long as the page
  }
}

function asked(): Language | undefined {
  const value = new URLSearchParams(location.search).get('lang');
  return isLanguage(value) ? value : undefined;
}

class PageLanguage {
  #current = $state<Language>(asked() ?? stored() ?? 'ja');

  constructor() {
    document.documentElement.lang = this.#current;
  }

  get current(): Language {
    return this.#current;
  }

  /** Switches the page and remembers it in this browser. */
  choose(language: Language): void {
    this.#current = language;
    document.documentElement.lang = language;
    try {
      localStorage.setItem(storageKey, language);
    } catch {
      // see stored()
    }
  }
}

export const language = new PageLanguage();
