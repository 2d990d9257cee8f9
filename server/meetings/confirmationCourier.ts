import { originOf } from '../../shared/across/carryOn.ts';
import { confirmedPrevious } from '../../shared/across/confirmedPrevious.ts';
import type { ConfirmedPrevious } from '../../shared/across/confirmedPrevious.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import type { MeetingState } from '../../shared/meeting/state.ts';
import type { MeetingCatalogue } from './catalogue.ts';
import type { MeetingRegistry } from './meetingRegistry.ts';

export interface CourierParts {
  readonly catalogue: MeetingCatalogue;
  readonly registry: MeetingRegistry;
  readonly trouble: (error: unknown) => void;
}

/** What may have made the body agree. */
const mayAgree: ReadonlySet<MeetingEvent['type']> = new Set([
  'ResultDeclared',
  'ItemConcluded',
  'ResultNotified',
] as const);

/**
 * Takes the body's confirmation of the minutes before (前回会議録の確認) from the meeting in which it agreed to the one
 * whose minutes they are. It is recorded there once, however often it is brought; where those minutes are final, nothing
 * is. At the start it is looked for what a sudden end left undelivered.
 */
export class ConfirmationCourier {
  readonly #parts: CourierParts;
  #working: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: CourierParts) {
    this.#parts = parts;
  }

  hear(state: MeetingState, events: readonly MeetingEvent[]): void {
    // A rehearsal changes nothing in a meeting that was held.
    if (state.rehearsal || !events.some(({ type }) => mayAgree.has(type))) return;
    const confirmed = confirmedPrevious(state);
    if (confirmed !== null)
      void this.#then(() => this.#deliver(state.id, originOf(state.info.title), confirmed));
  }

  /** Brings whatever was not brought yet; resolves when it is. */
  look(): Promise<void> {
    return this.#then(async () => {
      for (const { listing, confirmed } of await this.#parts.catalogue.all())
        if (!listing.rehearsal && confirmed !== null)
          await this.#deliver(listing.id, originOf(listing.info.title), confirmed);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
  }

  /** One after the other. */
  #then(work: () => Promise<void>): Promise<void> {
    this.#working = this.#working
      .then(() => (this.#closed ? undefined : work()))
      .catch((error: unknown) => {
        this.#parts.trouble(error);
      });
    return this.#working;
  }

  async #deliver(from: string, session: string, { meeting, at }: ConfirmedPrevious): Promise<void> {
    await this.#parts.registry.use(meeting, async (room) => {
      const { byBody, finalized } = room.state.confirmation;
      if (room.rehearsal || finalized !== null) return;
      if (byBody?.meeting === from && byBody.decidedAt >= at) return;
      // The same id from every node, so that it is recorded once.
      await room.command(
        `confirmed-in-${from}-${String(at)}`,
        { do: 'confirmByBody', meeting: from, session, decidedAt: at },
        { kind: 'system' },
      );
    });
  }
}
