/** Words that somebody is writing, perhaps over days: they outlive the page, in this tab, until they are sent. */
export class KeptWords {
  #text = $state('');
  readonly #key: string;

  /** `place` names what is written to: a meeting's minutes, or an item of it and by whom. */
  constructor(place: string) {
    this.#key = `kyoshu.words.${place}`;
    this.#text = this.#stored();
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
      // storage may be switched off; the words then last as long as the page
    }
  }

  #stored(): string {
    try {
      return sessionStorage.getItem(this.#key) ?? '';
    } catch {
      return '';
    }
  }
}
