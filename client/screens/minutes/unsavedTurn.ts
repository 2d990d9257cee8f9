/** What was typed into a turn and was refused when its field closed. */
export interface UnsavedTurn {
  readonly label: string;
  /** When the turn began, epoch ms. */
  readonly at: number;
  readonly text: string;
}
