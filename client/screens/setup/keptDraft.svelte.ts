import { untrack } from 'svelte';
import type { DraftListing } from '../../../shared/protocol/api.ts';
import type { Refusal } from '../../../shared/meeting/refusal.ts';
import { ask } from '../../api/ask.ts';
import type { Draft } from './draftOf.ts';
import { draftFrom, emptyDraft } from './draftOf.ts';

/** How long after the last key the draft is saved, ms. */
const pause = 600;

/** A draft that saves itself. Nothing typed is lost by a closed tab; a server that is away is tried again. */
export class KeptDraft {
  draft = $state<Draft>(emptyDraft());
  loaded = $state(false);
  savedAt = $state<number | null>(null);
  refusal = $state.raw<Refusal | null>(null);

  readonly #id: string;
  readonly #session: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saved = '';

  constructor(id: string, session: string | undefined) {
    this.#id = id;
    this.#session = session;
    $effect(() => {
      const now = JSON.stringify(this.draft);
      if (!this.loaded || now === this.#saved) return;
      untrack(() => {
        this.#later();
      });
    });
  }

  async load(): Promise<void> {
    const answer = await ask<{ body: unknown; updatedAt: number }>(`/api/drafts/${this.#id}`, {
      session: this.#session,
    });
    if (answer.ok) {
      this.draft = draftFrom(answer.value.body);
      this.savedAt = answer.value.updatedAt;
    } else if (answer.refusal.code !== 'server/unknown-draft') {
      this.refusal = answer.refusal;
      return;
    }
    this.#saved = JSON.stringify(this.draft);
    this.loaded = true;
  }

  /** Saves what is not saved yet, now. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    const body = JSON.stringify(this.draft);
    if (body === this.#saved) return;
    const answer = await ask<DraftListing>(`/api/drafts/${this.#id}`, {
      method: 'PUT',
      body: JSON.parse(body),
      session: this.#session,
    });
    if (answer.ok) {
      this.#saved = body;
      this.savedAt = answer.value.updatedAt;
      this.refusal = null;
    } else {
      this.refusal = answer.refusal;
      this.#later(5000);
    }
  }

  async remove(): Promise<void> {
    clearTimeout(this.#timer);
    await ask(`/api/drafts/${this.#id}`, { method: 'DELETE', session: this.#session });
  }

  stop(): void {
    void this.save();
  }

  #later(wait = pause): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), wait);
  }
}
