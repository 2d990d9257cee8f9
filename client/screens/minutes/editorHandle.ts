/** What the tools beside the document do with the editor of the turn that is being typed. */
export interface EditorHandle {
  /** Where the caret is in the words, after everything was saved; null where it could not be. */
  readonly settle: () => Promise<{ readonly at: number; readonly text: string } | null>;
  /** Puts a line of its own at the caret, with the caret after `before`. */
  readonly insertLine: (before: string, after: string) => void;
}
