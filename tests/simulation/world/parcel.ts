/** A message as it travels: text. Whoever receives the same text gets the same value, which nobody may change. */
export class Parcel {
  readonly #text: string;
  #value: unknown = undefined;

  constructor(text: string) {
    this.#text = text;
  }

  open(): unknown {
    this.#value ??= JSON.parse(this.#text);
    return this.#value;
  }
}
