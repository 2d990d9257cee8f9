import type { MinutesDocument } from '../../../shared/minutes/document.ts';
import type { MinutesPage } from '../../../shared/protocol/api.ts';
import type { Refusal } from '../../../shared/meeting/refusal.ts';
import { applyPatch } from '../../../shared/views/applyPatch.ts';
import { ask } from '../../api/ask.ts';

/** ms between two questions for what has changed: whoever writes sees it at once, readers by and by. */
const pace = { often: 400, seldom: 3000 } as const;
/** ms until a question that failed is asked again. */
const tryAgainAfter = 3000;

/**
 * The minutes as the body prints them, kept up to date: asked for when something has changed, never two questions at
 * once, and only what changed since the last answer travels.
 */
export class GrowingDocument {
  document = $state.raw<MinutesDocument | null>(null);
  /** What the body's form is called. */
  form = $state('');
  /** The form's id. */
  profile = $state('');
  /** The meeting's own form, where the server does not have it; another one is printed instead. */
  missing = $state<string | null>(null);
  /** Why it cannot be had; null while it can. */
  refusal = $state.raw<Refusal | null>(null);
  readonly #path: string;
  readonly #copy: 'published' | 'record';
  readonly #session: string | undefined;
  readonly #pace: number;
  #revision: string | null = null;
  /** A form that somebody chose instead of the meeting's own. */
  #chosen: string | null;
  #wanted = false;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    meeting: string,
    session: string | undefined,
    often: keyof typeof pace,
    copy: 'published' | 'record' = 'published',
    chosen: string | null = null,
  ) {
    this.#chosen = chosen;
    this.#path = `/api/meetings/${encodeURIComponent(meeting)}/minutes/document`;
    this.#session = session;
    this.#copy = copy;
    this.#pace = pace[often];
  }

  /** Something that is printed may have changed. */
  changed(): void {
    this.#wanted = true;
    if (!this.#busy) void this.#ask();
  }

  /** Shows it in this form from now on. */
  choose(profile: string): void {
    this.#chosen = profile;
    this.changed();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    this.#busy = true;
    this.#wanted = false;
    const have = this.#revision === null ? '' : `&have=${encodeURIComponent(this.#revision)}`;
    const form = this.#chosen === null ? '' : `&profile=${encodeURIComponent(this.#chosen)}`;
    const answer = await ask<MinutesPage>(`${this.#path}?copy=${this.#copy}${have}${form}`, {
      session: this.#session,
    });
    if (this.#closed) return;
    if (answer.ok) this.#take(answer.value);
    else {
      this.refusal = answer.refusal;
      this.#wanted = true;
    }
    this.#timer = setTimeout(
      () => {
        this.#busy = false;
        if (this.#wanted) void this.#ask();
      },
      answer.ok ? this.#pace : tryAgainAfter,
    );
  }

  #take(page: MinutesPage): void {
    this.refusal = null;
    if (page.document !== undefined) this.document = page.document;
    else if (this.document !== null) this.document = applyPatch(this.document, page.patch);
    this.#revision = page.revision;
    this.form = page.form;
    this.profile = page.profile;
    this.missing = page.missing;
  }
}
