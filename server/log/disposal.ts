/** That a meeting's record was taken out of the store, and what became of it. Nothing that was said in it. */
export interface Disposal {
  readonly meeting: string;
  readonly title: string;
  /** The council. */
  readonly body: string;
  /** When it was held: ISO 8601 with its offset. */
  readonly heldAt: string;
  readonly records: number;
  /** The last record's hash: of the file that was kept it is the same. */
  readonly head: string;
  /** Epoch milliseconds. */
  readonly removedAt: number;
  /** The id of the desk's link. */
  readonly removedBy: string;
  /** What the file is called that whoever took it out had kept. */
  readonly file: string;
}
