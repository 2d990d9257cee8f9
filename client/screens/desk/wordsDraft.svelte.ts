/** Words being typed for the minutes: kept in this tab, so that a reload loses none of them. */
export class WordsDraft {
  #text = $state('');
  readonly #key: string;

  constructor(meeting: string) {
    this.#key = `kyoshu.words.${meeting}`;
    try {
      this.#text = sessionStorage.getItem(this.#key) ?? '';
    } catch {
      // storage may be switched off; the words then last as long as the page
    }
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    try {
      if (text === '') sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, text);
    } catch {
      // as above
    }
  }

  clear(): void {
    this.text = '';
  }
}
