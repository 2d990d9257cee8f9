/** A meeting that the desk is still preparing: no events yet, only what was typed so far. */
export interface Draft {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
  /** JSON. */
  readonly body: unknown;
}

export interface Drafts {
  /** Makes or replaces it; durable when the promise resolves. */
  save(draft: Draft): Promise<void>;
  load(id: string): Promise<Draft | null>;
  /** The newest first. */
  list(): Promise<readonly Draft[]>;
  /** False when there was none. */
  remove(id: string): Promise<boolean>;
}
