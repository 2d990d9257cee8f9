/** A mistake that somebody could have made: `find` stands once in `file`, and `put` takes its place. */
export interface PlantedBug {
  readonly name: string;
  /** What it breaks, in a sentence. */
  readonly breaks: string;
  /** From the root of the project. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
}
