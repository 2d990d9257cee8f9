/** One step of the vote's ceremony as the chair sees it. */
export interface CeremonyStep {
  id: string;
  label: string;
  /** `skipped`: it was passed over, nobody was asked. */
  state: 'done' | 'skipped' | 'current' | 'next';
  /** When it was done, milliseconds on the server's clock. */
  at?: number | undefined;
  /** Words that will be said at this step. */
  words?: string | undefined;
}
