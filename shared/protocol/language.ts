/** A sentence for people, in both of the product's languages. */
export interface Sentence {
  readonly ja: string;
  readonly en: string;
}
